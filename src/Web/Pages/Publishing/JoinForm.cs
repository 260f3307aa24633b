using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;

namespace Twente.Igw.Web.Pages;

/// <summary>The form with which a gemeente accepts the model agreement.</summary>
internal static class JoinForm
{
    /// <summary>Words of the roles that may approve.</summary>
    public static IReadOnlyList<string> Approvers { get; } =
    [
        .. RolePermissions.All.Select(RolePermissions.Of)
            .Where(r => r.Permissions.Contains(Permission.ApprovePublication)).Select(r => r.Word),
    ];

    public static AcceptanceWish Wish(IFormCollection form, ModelAgreement model)
    {
        var kept = form["categorie"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var role = form["rol"].ToString();
        return new AcceptanceWish
        {
            ModelVersion = int.TryParse(form["versie"], CultureInfo.InvariantCulture, out var version) ? version : 0,
            From = ReportingPeriod.TryParse(form["vanaf"].ToString().Trim(), out var from) ? from : default,
            Levels = RegionalLevels.Municipality
                | (form["wijk"] == "ja" ? RegionalLevels.District : RegionalLevels.None),
            Units = form["eenheid"].Select(RegionalWords.UnitOf).OfType<PeriodUnit>()
                .Aggregate(RegionalUnits.None, (units, unit) => units | RegionalWords.Flag(unit)),
            Excluded = [.. model.Categories.Where(c => c.IsGroup && !kept.Contains(c.Code)).Select(c => c.Code)],
            ApproverRole = Approvers.Contains(role) ? role : Approvers[0], Reason = form["reden"].ToString(),
        };
    }
}
