using Twente.Igw.Identity;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>The parts of a gemeente's site, and what one needs to open each.</summary>
internal static class SiteMenu
{
    private static readonly (string Name, string Address, Permission Needs)[] Parts =
    [
        ("Overzicht", "/", Permission.ReadFigures), ("Buurten", "/buurten", Permission.ReadFigures),
        ("Omstandigheden", "/omstandigheden", Permission.ReadFigures),
        ("Leveringen", "/leveringen", Permission.ReadDeliveries),
        ("Definities", "/definities", Permission.ReadFigures),
        ("Beheer", "/beheer", Permission.FollowChanges),
        // Last: who may open nothing before it begins with what she is here for.
        ("Wij in Twente", MapPublishing.Root, Permission.FollowRegion),
    ];

    private static readonly (string Name, string Address, Permission Needs)[] Administration =
    [
        ("Gebruikers", "/beheer/gebruikers", Permission.ManageUsers),
        ("Goedkeuringen", "/beheer/goedkeuringen", Permission.FollowChanges),
        ("Instellingen", "/beheer/instellingen", Permission.ManageSettings),
        ("Stadsdelen", MapBoroughs.Root, Permission.ManageSettings),
        ("Categorieën", MapCategories.Root, Permission.ManageSettings),
        ("Logboek", MapLog.Path, Permission.ReadProcessingLog),
    ];

    /// <summary>What she may open, in the order of the menu.</summary>
    public static IReadOnlyList<(string Name, string Address)> For(Visitor visitor) => Of(Parts, visitor);

    /// <summary>What she may open of the settings and people of the gemeente.</summary>
    public static IReadOnlyList<(string Name, string Address)> AdministrationFor(Visitor visitor) =>
        Of(Administration, visitor);

    private static IReadOnlyList<(string Name, string Address)> Of(
        IEnumerable<(string Name, string Address, Permission Needs)> parts, Visitor visitor) =>
        [.. parts.Where(p => visitor.May(p.Needs)).Select(p => (p.Name, p.Address))];
}
