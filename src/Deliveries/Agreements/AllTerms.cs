using Form = Twente.Igw.Deliveries.AgreementTermForms;

namespace Twente.Igw.Deliveries;

/// <summary>The terms of an agreement, in the order in which they are read.</summary>
public static class AllTerms
{
    public const string Basis = "grondslag";
    public const string From = "vanaf";
    public const string Until = "tot";

    private const string ADay = "een dag zoals 31-12-2026";

    public static IReadOnlyList<AgreementTerm> List { get; } = [.. Lawfulness(), .. Time(), .. Files(), .. Keeping()];

    public static AgreementTerm Of(string key) => List.Single(t => t.Key == key);

    private static IEnumerable<AgreementTerm> Lawfulness() =>
    [
        new()
        {
            Key = Basis, Option = "--basis", Label = "Grondslag", Rule = "een artikel, zoals Wpg 16 of AVG 6",
            Write = t => t.LegalBasis,
            Read = (t, s) => Form.Text(s, 40) is { } text ? t with { LegalBasis = text } : null,
        },
        new()
        {
            Key = "doel", Option = "--purpose", Label = "Doel", Rule = "één zin van ten hoogste 300 tekens",
            Write = t => t.Purpose, Read = (t, s) => Form.Text(s, 300) is { } text ? t with { Purpose = text } : null,
        },
        new()
        {
            Key = "ontvangers", Option = "--recipients", Label = "Wie de cijfers mag zien",
            Rule = "één zin van ten hoogste 300 tekens", Write = t => t.Recipients,
            Read = (t, s) => Form.Text(s, 300) is { } text ? t with { Recipients = text } : null,
        },
        new()
        {
            Key = "doorgeven", Option = "--passed-on", Label = "Mag worden doorgegeven", Rule = "ja of nee",
            Choices = Form.YesNo, Write = t => Form.Written(t.MayBePassedOn),
            Read = (t, s) => Form.ReadYesNo(s) is { } yes ? t with { MayBePassedOn = yes } : null,
        },
    ];

    private static IEnumerable<AgreementTerm> Time() =>
    [
        new()
        {
            Key = From, Option = "--from", Label = "Geldt vanaf", Rule = ADay, Field = "date",
            Write = t => Form.Written(t.From),
            Read = (t, s) => Form.ReadDate(s) is { } day ? t with { From = day } : null,
        },
        new()
        {
            Key = Until, Option = "--until", Label = "Geldt tot en met", Rule = ADay + ", of niets", Field = "date",
            Write = t => Form.Written(t.Until),
            Read = (t, s) => s.Trim().Length == 0 ? t with { Until = null }
                : Form.ReadDate(s) is { } day ? t with { Until = day } : null,
        },
        new()
        {
            Key = "leverdag", Option = "--weekday", Label = "Verwachte leverdag", Rule = "een weekdag zoals maandag",
            Choices = Form.Weekdays, Write = t => Form.Written(t.ExpectedWeekday),
            Read = (t, s) => Form.Choice(Form.Weekdays, s) is { } day
                ? t with { ExpectedWeekday = int.Parse(day, CultureInfo.InvariantCulture) } : null,
        },
        new()
        {
            Key = "datum", Option = "--counted-date", Label = "Welke datum telt", Rule = "offence of report",
            Choices = Form.CountedDates, Write = t => t.CountedDate,
            Read = (t, s) => Form.Choice(Form.CountedDates, s) is { } which ? t with { CountedDate = which } : null,
        },
    ];

    private static IEnumerable<AgreementTerm> Files() =>
    [
        new()
        {
            Key = "volgorde", Option = "--order", Label = "Wat de nieuwste levering bepaalt",
            Rule = "Arrival, Sequence of ProducedAt", Choices = Form.OrderKeys, Write = t => t.OrderKey.ToString(),
            Read = (t, s) => Form.Choice(Form.OrderKeys, s) is { } key
                ? t with { OrderKey = Enum.Parse<OrderKey>(key) } : null,
        },
        new()
        {
            Key = "manifest", Option = "--manifest", Label = "Manifest verplicht", Rule = "ja of nee",
            Choices = Form.YesNo, Write = t => Form.Written(t.ManifestRequired),
            Read = (t, s) => Form.ReadYesNo(s) is { } yes ? t with { ManifestRequired = yes } : null,
        },
        new()
        {
            Key = "grootste", Option = "--size-limit", Label = "Grootste bestand in MiB",
            Rule = "een geheel getal van 1 tot en met 1024", Field = "number",
            Write = t => Form.Written(t.SizeLimit / Form.Mebibyte),
            Read = (t, s) => Form.Number(s, 1, 1024) is { } size ? t with { SizeLimit = size * Form.Mebibyte } : null,
        },
    ];

    private static IEnumerable<AgreementTerm> Keeping() =>
    [
        new()
        {
            Key = "definitief", Option = "--definitive-after", Label = "Cijfers definitief na weken",
            Rule = "een geheel getal van 0 tot en met 104", Field = "number",
            Write = t => Form.Written(t.DefinitiveAfterWeeks),
            Read = (t, s) => Form.Number(s, 0, 104) is { } weeks ? t with { DefinitiveAfterWeeks = weeks } : null,
        },
        new()
        {
            Key = "bewaren", Option = "--kept-months", Label = "Originelen bewaren, in maanden",
            Rule = "een geheel getal van 1 tot en met 120", Field = "number",
            Write = t => Form.Written(t.OriginalsKeptMonths),
            Read = (t, s) => Form.Number(s, 1, 120) is { } months ? t with { OriginalsKeptMonths = months } : null,
        },
    ];
}
