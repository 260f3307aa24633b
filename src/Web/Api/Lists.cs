using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Api;

/// <summary>The areas of a boundary year, as the API gives them.</summary>
internal sealed record AreaList(int Indelingsjaar, IReadOnlyList<AreaListItem> Gebieden)
{
    public static AreaList Of(MunicipalityAreas areas) => new(
        areas.BoundaryYear,
        [
            .. areas.Boroughs.Concat(areas.Districts).Concat(areas.Neighbourhoods).Prepend(areas.Municipality)
                .Select(area => AreaListItem.Of(area, areas)),
        ]);
}

/// <summary>One area; a null number is not known, a null <c>stadsdeel</c> is none.</summary>
internal sealed record AreaListItem(
    string Code, string Naam, string Niveau, string? Ligt, string? Stadsdeel, int? Inwoners, int? Huishoudens)
{
    public static AreaListItem Of(Area area, MunicipalityAreas areas) => new(
        area.Code.Code, area.Name, Words.Of(area.Code.Level), area.Parent?.Code, areas.BoroughOf(area.Code)?.Code,
        area.Inhabitants, area.Households);
}

/// <summary>All categories of a gemeente and what she changed in the product's list, as the API gives them.</summary>
internal sealed record CategoryList(
    IReadOnlyList<CategoryListItem> Categorieen, IReadOnlyList<CategoryChangeItem> Wijzigingen)
{
    public static CategoryList Of(CategoryTree tree) => new(
        [.. tree.Trees.Concat(tree.Groups).DistinctBy(c => c.Code).Concat(tree.Classes).Select(CategoryListItem.Of)],
        [.. tree.Changes.Select(c => new CategoryChangeItem(c.From, c.Code.Code, c.Text))]);
}

/// <summary>A change of a category and the first day on which it holds.</summary>
internal sealed record CategoryChangeItem(DateOnly Vanaf, string Code, string Tekst);

/// <summary>One category: <c>aard</c> is breng (reported by people) or haal (found by control).</summary>
internal sealed record CategoryListItem(
    string Code, string Titel, string Soort, string? Onder, string Aard, bool Gevoelig, string? Noemer,
    string? HooguitPer, DateOnly? Beeindigd)
{
    public static CategoryListItem Of(Category category) => new(
        category.Code.Code, category.Title, CategoryWords.KindOf(category.Kind), category.Parent?.Code,
        CategoryWords.OriginOf(category.Origin), category.Sensitive, CategoryWords.DenominatorOf(category.Denominator),
        category.Sensitivity?.ToString(), category.EndsOn);
}

/// <summary>A page of deliveries.</summary>
internal sealed record DeliveryList(int Totaal, int Pagina, int PerPagina, IReadOnlyList<DeliveryListItem> Leveringen);

/// <summary>One delivery in the list.</summary>
internal sealed record DeliveryListItem(
    long Nummer, string Leverancier, string? Contract, string Bestand, string Sha256, int Rijen, long Som,
    string Status,
    int Bevindingen, string? Van, string? Tot, DateTime Ontvangen)
{
    public static DeliveryListItem Of(DeliveryLine line) => new(
        line.Number, line.Supplier, line.Contract, line.File, line.Sha256, line.Rows, line.Sum,
        DeliveryWords.Of(line.State), line.Findings, line.Weeks?.First.ToString(), line.Weeks?.Last.ToString(),
        line.ReceivedAt);
}
