using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class CategoryTreeTests
{
    private static readonly CategoryTree Tree = DefaultCategories.Tree;

    [Fact]
    public void There_are_58_offence_classes_and_4_incident_codes()
    {
        Assert.Equal(58, Tree.LeavesOf(Code("misdrijven")).Count);
        Assert.Equal(["E33", "JEUGD", "GELUID", "BUREN"], Tree.LeavesOf(Code("overlast")).Select(c => c.Code));
        Assert.Equal(62, Tree.LeavesOf(Code("totaal")).Count);
        Assert.Equal(62, Tree.Classes.Count());
    }

    [Fact]
    public void Every_class_is_in_exactly_one_group()
    {
        var leaves = Tree.Groups.SelectMany(g => Tree.LeavesOf(g.Code)).ToList();

        Assert.Equal(62, leaves.Count);
        Assert.Equal(62, leaves.Distinct().Count());
        Assert.All(Tree.Classes, c => Assert.Contains(c.Code, Tree.LeavesOf(c.Parent!.Value)));
    }

    [Fact]
    public void Groups_hold_the_number_of_classes_of_the_table() => Assert.Equal(
        [("vermogen", 15), ("geweld", 8), ("vernieling", 7), ("ondermijning", 7), ("verkeer", 6), ("overig", 15),
            ("overlast", 4)],
        Tree.Groups.Select(g => (g.Code.Code, Tree.LeavesOf(g.Code).Count)).OrderBy(g => Order(g.Code)));

    [Fact]
    public void A_group_follows_effort_when_most_of_its_classes_do() => Assert.Equal(
        ["ondermijning", "overig", "verkeer"],
        Tree.Groups.Where(g => g.Origin == CategoryOrigin.Found).Select(g => g.Code.Code).Order());

    [Fact]
    public void Sensitivity_stays_with_the_class()
    {
        Assert.All(Tree.Groups.Concat(Tree.Trees), g => Assert.False(g.Sensitive));
        Assert.Equal(
            ["1.4.1", "1.6.3", "3.1.2", "3.2.1", "3.2.2", "3.7.1", "E33"],
            Tree.Classes.Where(c => c.Sensitive).Select(c => c.Code.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_screen_shows_four_themes_and_adds_no_two_trees()
    {
        var themes = Tree.ThemesOfTheFirstScreen;

        Assert.Equal(
            ["Vermogensdelicten", "Geweldsdelicten", "Overlast en vernieling", "Ondermijning"],
            themes.Select(t => t.Title));
        Assert.Equal(["overlast", "vernieling"], themes[2].Categories.Select(c => c.Code.Code));
    }

    [Fact]
    public void Burglary_is_set_against_homes_and_shoplifting_against_nothing()
    {
        Assert.Equal(Denominator.Homes, Tree.Find(Code("1.1.1"))!.Denominator);
        Assert.Equal(Denominator.None, Tree.Find(Code("2.5.2"))!.Denominator);
        Assert.Equal(Denominator.Inhabitants, Tree.Find(Code("vermogen"))!.Denominator);
    }

    [Theory]
    [InlineData("1.1.1", true)]
    [InlineData("2.6.10", true)]
    [InlineData("E33", true)]
    [InlineData("vermogen", false)]
    [InlineData("overlast", false)]
    [InlineData("0.0.0", false)]
    public void Only_classes_are_delivered(string code, bool delivered) =>
        Assert.Equal(delivered, Tree.IsClass(Code(code)));

    [Fact]
    public void The_class_describes_its_incident_codes() =>
        Assert.Equal("A20 A30 B20 B30", Tree.IncidentCodesOf(Code("1.1.1")));

    [Fact]
    public void Known_breaks_touch_their_classes_and_what_contains_them()
    {
        Assert.Equal(2, Tree.BreaksOf(Code("1.4.1")).Count());
        Assert.Equal(2, Tree.BreaksOf(Code("geweld")).Count());
        Assert.Single(Tree.BreaksOf(Code("1.4.5")));
        Assert.Equal(2, Tree.BreaksOf(Code("vermogen")).Count());
    }

    private static int Order(string group) => Array.IndexOf(
        ["vermogen", "geweld", "vernieling", "ondermijning", "verkeer", "overig", "overlast"], group);

    private static CategoryCode Code(string code) => CategoryCode.Parse(code);
}
