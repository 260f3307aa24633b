using System.Resources;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>The processing log in plain Dutch: what an event is called, from <c>Texts/Events.resx</c>.</summary>
internal static class LogWords
{
    internal static readonly ResourceManager Events =
        new("Twente.Igw.Web.Pages.Log.Texts.Events", typeof(LogWords).Assembly);

    /// <summary>A sentence without a point; an event that is older than its words is shown by its name.</summary>
    public static string Of(string name) => Events.GetString(name, Drawings.Dutch.Culture) ?? name;

    public static string Of(AuditRisk risk) => risk switch
    {
        AuditRisk.BulkExport => "Veel exports op één dag",
        AuditRisk.OutsideOfficeDays => "Gebruik ’s nachts of in het weekend",
        _ => "Eerste keer een gevoelige soort",
    };

    /// <summary>What to ask about lines of this view; none of them is wrong by itself.</summary>
    public static string Explain(AuditRisk risk) => risk switch
    {
        AuditRisk.BulkExport =>
            $"Iemand, of een programma van iemand, nam op één dag {FindRisks.BulkFrom} keer of vaker cijfers mee.",
        AuditRisk.OutsideOfficeDays => "Tussen 22 en 6 uur, of op zaterdag of zondag, Nederlandse tijd.",
        _ => "Iemand zag voor het eerst een soort die gevoelig is, zoals zeden of mensenhandel.",
    };

    /// <summary>As it stands in an address.</summary>
    public static string Word(AuditRisk risk) => risk switch
    {
        AuditRisk.BulkExport => "veel-exports",
        AuditRisk.OutsideOfficeDays => "nacht-en-weekend",
        _ => "eerste-gevoelig",
    };

    public static AuditRisk? Risk(string? word) =>
        Enum.GetValues<AuditRisk>().Cast<AuditRisk?>().FirstOrDefault(r => Word(r!.Value) == word);

    /// <summary>By which events figures are seen or leave the platform, and which categories are sensitive.</summary>
    public static RiskWords RiskWords(CategoryTree tree) => new(
        Exports, Uses,
        // A program fetches all classes at once; that sensitive ones are among them is said by this word.
        [.. tree.Classes.Where(c => c.Sensitive).Select(c => c.Code.Code), SensitiveAmongAll]);

    /// <summary>Stands in the subject of a fetch that holds sensitive classes too.</summary>
    public const string SensitiveAmongAll = "gevoelige";

    private static readonly HashSet<string> Exports =
        new(["figures.exported", "figures.fetched"], StringComparer.Ordinal);

    private static readonly HashSet<string> Uses =
        new([.. Exports, "figures.viewed", "figures.sensitive-viewed"], StringComparer.Ordinal);
}
