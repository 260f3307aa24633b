using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures.Categories.Own;

public sealed class CategoryBookTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);
    private static readonly Actor Analyst = new("analist", "website");
    private static readonly Approver Officer = new("privacy-officer");

    [Fact]
    public void A_book_without_changes_is_the_tree_of_the_product() =>
        Assert.Same(DefaultCategories.Tree, CategoryBook.Empty.TreeOn(Today));

    [Fact]
    public void An_added_code_hangs_under_overlast_from_its_day_on()
    {
        var book = Made(CategoryBook.Empty, b => AddCategory.Decide(New("E47", Today.AddDays(7)), b, Analyst));

        Assert.False(book.TreeOn(Today).IsClass(Ask.Of("E47")));
        var tree = book.TreeOn(Today.AddDays(7));
        Assert.Contains(Ask.Of("E47"), tree.LeavesOf(DefaultCategories.Nuisance));
        Assert.DoesNotContain(Ask.Of("E47"), tree.LeavesOf(DefaultCategories.Offences));
    }

    [Theory]
    [InlineData("0.0.0", "categories.control-total")]
    [InlineData("1.9.9", "categories.code")]
    [InlineData("vermogen", "categories.taken")]
    [InlineData("1.1.1", "categories.known")]
    public void A_code_is_refused_that_is_not_a_gemeentes_own(string code, string why) =>
        Assert.Equal(why, Refused(AddCategory.Decide(New(code, Today), CategoryBook.Empty, Analyst)).Code);

    [Fact]
    public void A_class_moves_to_another_group_and_counts_there_in_every_week()
    {
        var book = Made(CategoryBook.Empty, b => ChangeCategory.Decide(Move("1.2.4", "overig"), b, Analyst));
        var tree = book.TreeOn(Today);

        Assert.Contains(Ask.Of("1.2.4"), tree.LeavesOf(Ask.Of("overig")));
        Assert.DoesNotContain(Ask.Of("1.2.4"), tree.LeavesOf(Ask.Of("vermogen")));
        Assert.Equal(
            DefaultCategories.Tree.Classes.Count(), tree.Groups.Sum(g => tree.Classes.Count(c => c.Parent == g.Code)));
    }

    [Theory]
    [InlineData("vermogen")]
    [InlineData("overig")]
    [InlineData("1.2.4")]
    public void Both_groups_of_a_moved_class_say_so_in_a_window_that_holds_the_day(string category)
    {
        var book = Made(CategoryBook.Empty, b => ChangeCategory.Decide(Move("1.2.4", "overig"), b, Analyst));
        var breaks = book.TreeOn(Today.AddDays(1)).BreaksOf(Ask.Of(category)).ToList();

        var told = Assert.Single(
            breaks, b => b.Text.Contains("hoort sinds 05-01-2026 bij Overig", StringComparison.Ordinal));
        Assert.True(told.Splits(Ask.Weeks("2025-W50", "2026-W04")));
        Assert.False(told.Splits(Ask.Weeks("2025-W10", "2025-W13")));
    }

    [Fact]
    public void A_class_never_goes_to_the_other_tree() => Assert.Equal(
        "categories.other-tree",
        Refused(ChangeCategory.Decide(Move("1.2.4", "overlast"), CategoryBook.Empty, Analyst)).Code);

    [Fact]
    public void A_group_of_the_product_keeps_at_least_one_class()
    {
        var book = CategoryBook.Empty;
        var traffic = DefaultCategories.Tree.LeavesOf(Ask.Of("verkeer"));
        foreach (var code in traffic.SkipLast(1))
            book = Made(book, b => ChangeCategory.Decide(Move(code.Code, "overig"), b, Analyst));

        Assert.Equal(
            "categories.group-empty",
            Refused(ChangeCategory.Decide(Move(traffic[^1].Code, "overig"), book, Analyst)).Code);
    }

    [Fact]
    public void A_group_of_ones_own_stands_under_overlast()
    {
        var book = Made(CategoryBook.Empty, b => NameGroup.Decide(
            new CategoryRequest { Code = Ask.Of("jeugd"), Title = "Jeugd", From = Today, Reason = "thema" }, b,
            Analyst));
        book = Made(book, b => AddCategory.Decide(New("E47", Today) with { Group = Ask.Of("jeugd") }, b, Analyst));

        var group = book.TreeOn(Today).Find(Ask.Of("jeugd"))!;

        Assert.Equal((CategoryKind.Group, DefaultCategories.Nuisance), (group.Kind, group.Parent!.Value));
    }

    [Fact]
    public void An_ended_class_keeps_its_figures_and_can_be_opened_again()
    {
        var book = Made(CategoryBook.Empty, b => EndCategory.Decide(
            new CategoryRequest { Code = Ask.Of("1.2.4"), From = Today, Reason = "vervallen" }, b, Analyst));
        Assert.Equal(Today, book.TreeOn(Today).Find(Ask.Of("1.2.4"))!.EndsOn);

        book = Made(book, b => AddCategory.Decide(
            new CategoryRequest { Code = Ask.Of("1.2.4"), From = Today, Reason = "toch" }, b, Analyst));
        Assert.Null(book.TreeOn(Today).Find(Ask.Of("1.2.4"))!.EndsOn);
    }

    [Fact]
    public void A_class_of_the_product_is_ended_and_never_removed() => Assert.Equal(
        "categories.of-the-product",
        Refused(RemoveCategory.Decide(Ask.Of("1.2.4"), "weg", CategoryBook.Empty, Today, Analyst)).Code);

    [Fact]
    public void More_shielding_works_at_once()
    {
        var book = Made(
            CategoryBook.Empty,
            b => SetSensitivity.Decide(Wish("1.2.4", Sensitivity.Strictest), b, Today));

        Assert.True(book.TreeOn(Today).Find(Ask.Of("1.2.4"))!.Sensitive);
    }

    [Fact]
    public void Less_shielding_takes_a_second_person()
    {
        var finer = new Sensitivity(AreaLevel.District, PeriodKind.Year);

        Assert.IsType<CategoryOutcome.Asked>(
            SetSensitivity.Decide(Wish("1.4.1", null), CategoryBook.Empty, Today).Answer);
        Assert.IsType<CategoryOutcome.Asked>(
            SetSensitivity.Decide(Wish("1.4.1", finer), CategoryBook.Empty, Today).Answer);

        var book = Made(CategoryBook.Empty, b => SetSensitivity.Decide(Wish("1.4.1", finer, Officer), b, Today));
        Assert.Equal(finer, book.TreeOn(Today).Find(Ask.Of("1.4.1"))!.Sensitivity);
        Assert.Equal("privacy-officer", book.Changes[0].ApprovedBy);
    }

    [Fact]
    public void Taking_back_more_shielding_takes_a_second_person_too()
    {
        var book = Made(
            CategoryBook.Empty, b => SetSensitivity.Decide(Wish("1.2.4", Sensitivity.Strictest), b, Today));

        Assert.IsType<CategoryOutcome.Asked>(
            UndoCategoryChange.Decide(null, "vergissing", book, Today, (Analyst, null)).Answer);
        book = Made(book, b => UndoCategoryChange.Decide(null, "vergissing", b, Today, (Analyst, Officer)));
        Assert.False(book.TreeOn(Today).Find(Ask.Of("1.2.4"))!.Sensitive);
    }

    [Fact]
    public void No_other_change_makes_a_sensitive_class_less_shielded()
    {
        var book = Made(CategoryBook.Empty, b => ChangeCategory.Decide(
            new CategoryRequest { Code = Ask.Of("1.4.1"), Title = "Zeden", From = Today, Reason = "naam" }, b,
            Analyst));
        book = Made(book, b => EndCategory.Decide(
            new CategoryRequest { Code = Ask.Of("1.4.1"), From = Today, Reason = "eind" }, b, Analyst));
        book = Made(book, b => AddCategory.Decide(
            new CategoryRequest { Code = Ask.Of("1.4.1"), From = Today, Reason = "weer" }, b, Analyst));

        Assert.Equal(Sensitivity.Strictest, book.TreeOn(Today).Find(Ask.Of("1.4.1"))!.Sensitivity);
    }

    [Fact]
    public void A_known_break_of_a_group_is_said_of_its_classes()
    {
        var book = Made(CategoryBook.Empty, b => AddBreak.Decide(
            new BreakRequest
            {
                Code = Ask.Of("geweld"), From = new(2025, 3, 1), Text = "Andere registratie.", Reason = "besluit",
            }, b, Today, Analyst));

        Assert.Contains(book.TreeOn(Today).BreaksOf(Ask.Of("1.4.5")), b => b.Text == "Andere registratie.");
        Assert.DoesNotContain(book.TreeOn(Today).BreaksOf(Ask.Of("1.1.1")), b => b.Text == "Andere registratie.");
    }

    [Fact]
    public void Changes_are_taken_back_from_the_last_to_the_first()
    {
        var book = Made(CategoryBook.Empty, b => AddCategory.Decide(New("E47", Today), b, Analyst));
        book = Made(book, b => ChangeCategory.Decide(Move("1.2.4", "overig"), b, Analyst));

        Assert.Equal(
            "categories.changed-since",
            Refused(UndoCategoryChange.Decide(1, "nee", book, Today, (Analyst, null))).Code);
        book = Made(book, b => UndoCategoryChange.Decide(2, "nee", b, Today, (Analyst, null)));
        book = Made(book, b => UndoCategoryChange.Decide(1, "ook niet", b, Today, (Analyst, null)));

        Assert.Same(DefaultCategories.Tree, book.TreeOn(Today));
        Assert.Equal(4, book.Changes.Count);
    }

    private static CategoryRequest New(string code, DateOnly from) =>
        new() { Code = Ask.Of(code), Title = "Vuurwerk", From = from, Reason = "eigen catalogus" };

    private static CategoryRequest Move(string code, string group) =>
        new() { Code = Ask.Of(code), Group = Ask.Of(group), From = Today, Reason = "past daar beter" };

    private static SetSensitivity.Wish Wish(string code, Sensitivity? to, Approver? approver = null) =>
        new(Ask.Of(code), to, "afweging", Analyst, approver);

    private static CategoryBook Made(CategoryBook book, Func<CategoryBook, CategoryDecision> decide)
    {
        var decision = decide(book);
        Assert.Null(decision.Answer);
        return book.With(decision.Row!(new ChangeMoment(book.Changes.Count + 1, DateTime.UnixEpoch)));
    }

    private static CategoryOutcome.Refused Refused(CategoryDecision decision) =>
        Assert.IsType<CategoryOutcome.Refused>(decision.Answer);
}
