using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>What a person does with a mapping in the editor: propose, try and save.</summary>
internal sealed class EditMappings(
    ProposeMapping propose, TryMapping trying, SaveMapping saving, ListAgreements agreements, ReadViewer viewer)
{
    /// <summary>A weekly file is a hundredth of it.</summary>
    public const int LargestExample = 5 * 1024 * 1024;

    /// <summary>What this gemeente agreed on and a mapping can be for; the weekly figures first.</summary>
    public async Task<IReadOnlyList<(string Supplier, string Contract)>> Feeds(CancellationToken cancel) =>
    [
        .. (await agreements.Execute(TenantId.Parse(viewer.Municipality.Code), cancel))
            .Select(a => (a.Supplier, a.Contract)).Distinct()
            .Where(f => MappingContracts.All.Any(s => s.Name == f.Contract))
            .OrderByDescending(f => f.Contract == ContractName.PolitieWeek),
    ];

    /// <summary>A proposal from the example, and at once what becomes of it.</summary>
    public async Task<(MappingDraft? Draft, string? Objection)> Propose(
        IFormCollection form, CancellationToken cancel)
    {
        var name = form["naam"].ToString().Trim();
        if (!MappingName.TryParse(name, out _))
            return (null, "De naam heeft 2 tot 40 kleine letters, cijfers of streepjes, en begint met een letter.");
        if (form["afspraak"].ToString().Split(' ') is not [var from, var contract]
            || !(await Feeds(cancel)).Contains((from, contract)))
            return (null, "Kies een afspraak. Zonder afspraak mag een leverancier niets leveren.");
        if (await Example(form, cancel) is not { } example)
            return (null, "Kies een voorbeeldbestand (.csv of .xlsx) van hooguit 5 MB.");
        var mapping = await propose.Execute(SupplierCode.Parse(from), contract, example.Name, example.Bytes, cancel);
        var trial = await trying.Execute(example.Name, example.Bytes, mapping, cancel);
        return (MappingDraft.Of(name, mapping).With(trial, example.Name), null);
    }

    public async Task<MappingDraft> Try(IFormCollection form, CancellationToken cancel)
    {
        var draft = MappingForm.Read(form);
        if (await Example(form, cancel) is not { } example)
            return draft with { Objections = ["Kies een voorbeeldbestand (.csv of .xlsx) van hooguit 5 MB."] };
        var trial = await trying.Execute(example.Name, example.Bytes, draft.Mapping, cancel);
        return draft.With(trial, example.Name);
    }

    /// <returns>What to say of it, or the draft with what must be mended.</returns>
    public async Task<(MappingDraft Draft, string? Said)> Save(IFormCollection form, CancellationToken cancel)
    {
        var draft = MappingForm.Read(form);
        if (!MappingName.TryParse(draft.Name, out var name))
            return (draft with { Objections = ["Deze naam kan niet."] }, null);
        return await saving.Execute(name, draft.Mapping, viewer.Actor, cancel) switch
        {
            SaveMapping.Outcome.Saved => (draft, "bewaard"),
            SaveMapping.Outcome.Unchanged => (draft, "ongewijzigd"),
            SaveMapping.Outcome.Refused { Objections: var said } => (draft with { Objections = said }, null),
            _ => throw new InvalidOperationException("Saving ended otherwise."),
        };
    }

    private static async Task<(string Name, byte[] Bytes)?> Example(IFormCollection form, CancellationToken cancel)
    {
        if (form.Files["voorbeeld"] is not { Length: > 0 and <= LargestExample } file
            || !TableForms.Any(end => file.FileName.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            return null;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return (Path.GetFileName(file.FileName), bytes.ToArray());
    }

    private static readonly string[] TableForms = [".csv", ".xlsx"];
}
