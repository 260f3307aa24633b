using System.Text;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>What is known of a file before a byte of it is read.</summary>
/// <param name="FileName">As the supplier's computer calls it; folders in front of it do not count.</param>
/// <param name="Municipality">Code of the gemeente that was chosen; null: the name says it.</param>
/// <param name="Contract">The contract that was chosen; null: the name says it.</param>
public sealed record AnnouncedFile(string FileName, string? Municipality = null, string? Contract = null)
{
    /// <summary>The name without folders, whatever system it comes from.</summary>
    public string Name { get; } = FileName.Split('/', '\\')[^1].Trim();
}

/// <summary>
/// Decides under which agreement a file comes in: by what was chosen and by its name, which may never contradict each
/// other. Pure, and before the file is read.
/// </summary>
public static class ChooseAgreement
{
    /// <summary>In bytes: the receipt beside the drop zone has this name and more.</summary>
    private const int LongestName = 200;

    public static AgreementChoice Of(SupplierReach reach, AnnouncedFile file)
    {
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(file);
        if (Encoding.UTF8.GetByteCount(file.Name) is 0 or > LongestName
            || file.Name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is ':' or '"' or '<' or '>' or '|'))
            return new AgreementChoice.Refused(
                "delivery.file-name", "De bestandsnaam ontbreekt, is langer dan 200 tekens of bevat vreemde tekens.");
        if (RowText.FormOf(file.Name) is null)
            return new AgreementChoice.Refused(
                "delivery.file-kind",
                $"‘{PrintableValue.Of(file.Name)}’ is geen CSV-bestand (.csv) en geen Excel-bestand (.xlsx).");
        var (contract, municipality) = Read(file.Name);
        if (Contradiction(file, contract, municipality) is { } contradiction)
            return contradiction;
        return Among(reach, file.Contract ?? contract, file.Municipality ?? municipality);
    }

    /// <summary>What the name of a file in the form of a contract says.</summary>
    private static (string? Contract, string? Municipality) Read(string name)
    {
        var parts = name.Split('_');
        var contract = TableSchema.All.FirstOrDefault(s => s.Name == parts[0])?.Name;
        return contract is not null && parts.Length > 1 && TenantId.TryParse(parts[1], out var about)
            ? (contract, about.Code) : (contract, null);
    }

    private static AgreementChoice.Refused? Contradiction(AnnouncedFile file, string? contract, string? municipality)
    {
        if (file.Contract is { } chosen && contract is not null && chosen != contract)
            return new AgreementChoice.Refused(
                "delivery.other-contract",
                $"U koos de soort levering {PrintableValue.Of(chosen)}, maar de bestandsnaam zegt {contract}.");
        return file.Municipality is { } about && municipality is not null && about != municipality
            ? new AgreementChoice.Refused(
                "delivery.other-municipality",
                $"U koos de gemeente {PrintableValue.Of(about)}, maar de bestandsnaam zegt {municipality}.")
            : null;
    }

    private static AgreementChoice Among(SupplierReach reach, string? contract, string? municipality)
    {
        var found = reach.Agreements.Where(a => contract is null || a.Contract == contract)
            .Where(a => a.IsDistrict ? contract is not null : municipality is null || a.Tenant.Code == municipality)
            .DistinctBy(a => a.IsDistrict ? a.Supplier.Code : a.Id.ToString()).ToList();
        return found.Count switch
        {
            1 => new AgreementChoice.Chosen(found[0]),
            0 => new AgreementChoice.Refused(
                "delivery.no-agreement",
                "U hebt nu geen afspraak voor deze levering. Kies een andere gemeente of soort levering, of vraag uw "
                + "contactpersoon bij de gemeente om een afspraak."),
            _ => new AgreementChoice.Refused(
                "delivery.choose",
                "De bestandsnaam zegt niet voor welke gemeente en welke soort levering dit is. Kies het zelf."),
        };
    }
}

/// <summary>Under which agreement a file comes in, or why under none.</summary>
public abstract record AgreementChoice
{
    private AgreementChoice()
    {
    }

    /// <summary>This one.</summary>
    public sealed record Chosen(ReachedAgreement Agreement) : AgreementChoice;

    /// <summary>None; nothing of the file is read.</summary>
    /// <param name="Code">Stable.</param>
    /// <param name="Sentence">In Dutch.</param>
    public sealed record Refused(string Code, string Sentence) : AgreementChoice;
}
