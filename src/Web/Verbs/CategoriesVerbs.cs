using System.CommandLine;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Api;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw categories list | add | change | end | remove | sensitivity | group | break | …</c></summary>
internal static class CategoriesVerbs
{
    public static Command Command() => new("categories", "Categorieën: wat een gemeente telt en waar het onder valt")
    {
        List(), History(),
        AlterCategoryVerbs.State("add", "Voegt een incidentcode toe, of opent een beëindigde weer",
            (scope, request, cancel) => scope.Get<AddCategory>().Execute(request, Actor.CommandLine, cancel)),
        AlterCategoryVerbs.State("change", "Hernoemt een categorie, of geeft haar een andere groep, aard of noemer",
            (scope, request, cancel) => scope.Get<ChangeCategory>().Execute(request, Actor.CommandLine, cancel)),
        AlterCategoryVerbs.End(), AlterCategoryVerbs.Remove(), AlterCategoryVerbs.Sensitivity(),
        AlterCategoryVerbs.Group(), AlterCategoryVerbs.Break(), AlterCategoryVerbs.Undo(),
    };

    private static Command List()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "Toont de categorieën die vandaag gelden", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var tree = await scope.Get<CategoryStore>().Current(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(CategoryList.Of(tree));
                else
                    foreach (var one in tree.Classes)
                        Console.Out.WriteLine(
                            $"{one.Code,-8}  {one.Parent,-14}  {CategoryWords.OriginOf(one.Origin)}  {one.Title}"
                            + (one.Sensitivity is { } sensitivity ? $"  (gevoelig: {sensitivity})" : "")
                            + (one.EndsOn is { } end ? $"  (beëindigd per {end:yyyy-MM-dd})" : ""));
                return ExitCode.Done;
            });
    }

    private static Command History()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("history", "Toont elke wijziging van categorieën, de nieuwste eerst", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var book = await scope.Get<CategoryStore>().Book(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(book.Changes.Reverse().Select(c => Written(c, book)));
                else
                    foreach (var change in book.Changes.Reverse())
                        Console.Out.WriteLine(
                            $"{change.Number,4}  {change.From:yyyy-MM-dd}  {CategoryChangeWords.Did(change)}  "
                            + $"({change.By}: {change.Reason}){(book.IsUndone(change) ? "  ongedaan gemaakt" : "")}");
                return ExitCode.Done;
            });
    }

    private static object Written(CategoryChange change, CategoryBook book) => new
    {
        nummer = change.Number, vanaf = change.From, code = change.Code, wat = CategoryChangeWords.Did(change),
        vastgelegd = change.At, door = change.By, goedgekeurdDoor = change.ApprovedBy, reden = change.Reason,
        maaktOngedaan = change.Undoes, ongedaanGemaakt = book.IsUndone(change),
    };
}
