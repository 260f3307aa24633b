using Twente.Igw.Areas;

namespace Twente.Igw.Web.Pages;

/// <summary>What stands in the form of a stadsdeel.</summary>
internal sealed record BoroughForm
{
    public required int BoundaryYear { get; init; }

    /// <summary>Null for a new one.</summary>
    public AreaCode? Code { get; init; }

    public string Name { get; init; } = "";

    public IReadOnlyList<AreaCode> Districts { get; init; } = [];

    public required DateOnly From { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Why nothing changed; null when nothing is wrong.</summary>
    public string? Objection { get; init; }

    public string? Message { get; init; }

    public BoroughRequest Request => new()
    {
        BoundaryYear = BoundaryYear, Code = Code, Name = Name, Districts = Districts, From = From, Reason = Reason,
    };

    public static BoroughForm New(BoroughList list, DateOnly today) =>
        new() { BoundaryYear = list.Areas.BoundaryYear, From = today };

    public BoroughForm For(Borough borough) =>
        this with { Code = borough.Code, Name = borough.Name, Districts = borough.Districts };

    public static BoroughForm Of(IFormCollection form, DateOnly today)
    {
        var written = form["ingang"].ToString();
        var isDay = DateOnly.TryParse(written, CultureInfo.InvariantCulture, out var from);
        var districts = form["wijk"]
            .Select(w => AreaCode.TryParse(w, out var district) ? district : default(AreaCode?)).ToList();
        var code = AreaCode.TryParse(form["stadsdeel"], out var borough) ? borough : default(AreaCode?);
        return new BoroughForm
        {
            BoundaryYear = int.TryParse(form["indelingsjaar"], CultureInfo.InvariantCulture, out var year) ? year : 0,
            Code = code, Name = form["naam"].ToString(), From = isDay ? from : today,
            Districts = [.. districts.OfType<AreaCode>()], Reason = form["reden"].ToString(),
            Objection = (isDay, districts.Contains(null), form["stadsdeel"] != "" && code is null) switch
            {
                (false, _, _) => "Kies de dag waarop dit ingaat.",
                (_, true, _) => "Een van de gekozen wijken heeft geen geldige code; kies opnieuw.",
                (_, _, true) => "Dit stadsdeel is niet bekend; kies het opnieuw.",
                _ => null,
            },
        };
    }
}
