using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Agreements;

public abstract class AgreementTests(Engine engine)
{
    public sealed class OnSqlite() : AgreementTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AgreementTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : AgreementTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Actor Analyst = new("analist", "website");

    [Fact]
    public async Task A_change_is_a_new_version_that_says_who_what_and_why_and_what_it_said_before_stays()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var before = await Show(platform);

        var outcome = await platform.Get<ChangeAgreement>().Execute(
            Asking(before, "leverdag", "vrijdag", "Zo spraken we af"), Analyst, Cancel);

        Assert.Equal(new AgreementOutcome.Altered(2), outcome);
        var after = await Show(platform);
        Assert.Equal((5, 1), (after.Terms.ExpectedWeekday, before.Terms.ExpectedWeekday));
        Assert.Equal(["gewijzigd", "standaard"], after.History.Select(h => h.Did));
        Assert.Equal(("analist", "Zo spraken we af"), (after.History[0].By, after.History[0].Reason));
        Assert.Equal(
            new TermChange("Verwachte leverdag", "maandag", "vrijdag"), Assert.Single(after.History[0].Changes));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Platform(Cancel));
    }

    [Fact]
    public async Task Every_term_can_be_changed_and_reads_back_as_it_was_given()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grondslag"] = "Wpg 20 lid 1", ["doel"] = "Toezicht op wonen", ["ontvangers"] = "Team veiligheid",
            ["doorgeven"] = "ja", ["vanaf"] = "2025-02-01", ["tot"] = "2027-12-31", ["leverdag"] = "3",
            ["datum"] = "report", ["volgorde"] = "Sequence", ["manifest"] = "ja", ["grootste"] = "10",
            ["definitief"] = "26", ["bewaren"] = "7",
        };
        Assert.Equal(AllTerms.List.Select(t => t.Key).Order(), given.Keys.Order());

        await platform.Get<ChangeAgreement>().Execute(
            await Request(platform) with { Given = given, Reason = "alles" }, Analyst, Cancel);

        var after = (await Show(platform)).Terms;
        Assert.Equal(given, AllTerms.List.ToDictionary(t => t.Key, t => t.Write(after)));
    }

    [Theory]
    [InlineData("grondslag", "AVG 6", "politiegegevens")]
    [InlineData("grondslag", "Wpg 17", "Wpg 16, Wpg 18, Wpg 19, Wpg 20 of Wpg 22")]
    [InlineData("doel", " ", "300 tekens")]
    [InlineData("tot", "1999-12-31", "een dag zoals 31-12-2026")]
    [InlineData("tot", "30-02-2026", "een dag zoals 31-12-2026")]
    [InlineData("leverdag", "zondagochtend", "weekdag")]
    [InlineData("volgorde", "toeval", "Arrival, Sequence of ProducedAt")]
    [InlineData("grootste", "0", "1 tot en met 1024")]
    [InlineData("bewaren", "121", "1 tot en met 120")]
    [InlineData("manifest", "misschien", "ja of nee")]
    public async Task What_is_not_right_is_refused_with_the_thing_the_value_and_the_rule(
        string key, string value, string rule)
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        var outcome = await platform.Get<ChangeAgreement>().Execute(
            Asking(await Show(platform), key, value, "proef"), Analyst, Cancel);

        var sentence = Assert.Single(Assert.IsType<AgreementOutcome.Refused>(outcome).Objections).Sentence;
        Assert.Contains(AllTerms.Of(key).Label, sentence, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", sentence, StringComparison.Ordinal);
        Assert.Contains(rule, sentence, StringComparison.Ordinal);
        Assert.Single((await Show(platform)).History);
    }

    [Fact]
    public async Task What_is_no_police_data_rests_on_the_AVG()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        Assert.IsType<AgreementOutcome.Refused>(await Add(platform, ContractName.PolitieOpenData, "Wpg 16"));
        Assert.IsType<AgreementOutcome.Altered>(await Add(platform, ContractName.PolitieOpenData, "AVG 6"));
    }

    [Fact]
    public async Task After_its_end_nothing_is_accepted_and_until_then_everything()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var agreement = await Show(platform);

        var outcome = await platform.Get<EndAgreement>().Execute(
            Asking(agreement, AllTerms.Until, "2026-01-05", "Contract opgezegd"), Analyst, Cancel);

        Assert.IsType<AgreementOutcome.Altered>(outcome);
        Assert.Equal(
            DeliveryState.Accepted, (await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel)).Delivery.Line.State);
        // Midnight in the Netherlands, an hour before it is midnight in UTC.
        platform.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 5, 23, 0, 1, TimeSpan.Zero));
        var late = await platform.Submit(WeekFile.Of("2025-W11", 5), Cancel);
        Assert.Equal(FindingCode.AgreementNone, Assert.Single(late.Delivery.Findings).Code);
    }

    [Fact]
    public async Task Ending_and_changing_need_a_reason()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var agreement = await Show(platform);

        foreach (var alter in new[]
        {
            platform.Get<EndAgreement>().Execute(Asking(agreement, "tot", "2026-12-31", " "), Analyst, Cancel),
            platform.Get<ChangeAgreement>().Execute(Asking(agreement, "tot", "2026-12-31", ""), Analyst, Cancel),
        })
            Assert.Equal(
                "reden", Assert.Single(Assert.IsType<AgreementOutcome.Refused>(await alter).Objections).Key);
    }

    [Fact]
    public async Task Who_decides_on_what_somebody_else_changed_in_the_meantime_changes_nothing()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var seen = await Show(platform);
        await platform.Get<ChangeAgreement>().Execute(Asking(seen, "bewaren", "6", "eerst"), Analyst, Cancel);

        var outcome = await platform.Get<ChangeAgreement>().Execute(
            Asking(seen, "bewaren", "24", "later"), Analyst, Cancel);

        Assert.IsType<AgreementOutcome.Outdated>(outcome);
        Assert.Equal(6, (await Show(platform)).Terms.OriginalsKeptMonths);
    }

    [Fact]
    public async Task An_agreement_of_another_gemeente_is_not_there()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        var ours = await Show(platform);

        var outcome = await platform.Get<ChangeAgreement>().Execute(
            Asking(ours, "bewaren", "1", "van de buren") with { Tenant = TestPlatform.Hengelo }, Analyst, Cancel);

        Assert.IsType<AgreementOutcome.Unknown>(outcome);
        Assert.Null(await platform.Get<ShowAgreement>().Execute(TestPlatform.Hengelo, ours.Line.Id, Cancel));
    }

    [Fact]
    public async Task Two_agreements_for_one_feed_never_hold_at_once_and_may_follow_each_other()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Get<EndAgreement>().Execute(
            Asking(await Show(platform), AllTerms.Until, "2026-06-30", "nieuw contract"), Analyst, Cancel);

        Assert.IsType<AgreementOutcome.Unchanged>(
            await Add(platform, ContractName.PolitieWeek, "Wpg 18", new DateOnly(2026, 6, 30)));
        Assert.IsType<AgreementOutcome.Altered>(
            await Add(platform, ContractName.PolitieWeek, "Wpg 18", new DateOnly(2026, 7, 1)));
        var older = (await platform.Get<ListAgreements>().Execute(TestPlatform.Enschede, Cancel))
            .First(l => l.Contract == ContractName.PolitieWeek);
        var longer = await platform.Get<ChangeAgreement>().Execute(
            new AgreementRequest
            {
                Tenant = TestPlatform.Enschede, Id = older.Id, Reason = "toch langer",
                Given = new Dictionary<string, string>(StringComparer.Ordinal) { ["tot"] = "2026-07-01" },
            }, Analyst, Cancel);
        Assert.Contains(
            "geen andere afspraak", Assert.Single(Assert.IsType<AgreementOutcome.Refused>(longer).Objections).Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_trial_figures_are_shown_only_after_somebody_confirmed_their_agreement()
    {
        using var scanner = new HarmlessScanner();
        await using var platform = await TestPlatform.WithEnschede(
            engine, Cancel,
            [
                new("Igw:Profile", nameof(Profile.Hosted)),
                new("Igw:Scanning:Kind", nameof(ScanningKind.Clamd)), new("Igw:Scanning:Clamd", scanner.Address),
                .. Secrets("catalogue", "identity", "publish", "regio", "jobs", "gm0153_a", "gm0153_b"),
            ]);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        Assert.Equal(Refusal.NotConfirmedCode, Assert.IsType<FigureOutcome.Refused>(await Ask(platform)).Refusal.Code);

        Assert.IsType<AgreementOutcome.Altered>(
            await platform.Get<ConfirmAgreement>().Execute(await Request(platform), Analyst, Cancel));
        Assert.Equal(5, Assert.IsType<FigureOutcome.Answered>(await Ask(platform)).Answer.Rows[0].Count);
        Assert.True((await Show(platform)).Line.IsConfirmed);
    }

    /// <summary>Outside a trial every secret is given.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Secrets(params IEnumerable<string> names) =>
        names.Select(name => new KeyValuePair<string, string?>(
            $"Igw:Database:Secrets:{name}", $"Igw1-alleen-voor-deze-proef-{name}"));

    private static async Task<FigureOutcome> Ask(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);
        var (place, week) = (AreaCode.Parse("GM0153"), IsoWeek.Parse("2025-W10"));
        return await scope.Get<AnswerFigures>().Answer(
            new FigureQuestion
            {
                Level = AreaLevel.Municipality, Area = place, Category = CategoryCode.Parse("totaal"),
                Weeks = new WeekRange(week, week),
            },
            new Viewer(place, Ring.Exact, "test"), Cancel);
    }

    private static Task<AgreementOutcome> Add(
        TestPlatform platform, string contract, string basis, DateOnly? from = null) =>
        platform.Get<MakeAgreement>().Execute(
            new NewAgreement
            {
                Tenant = TestPlatform.Enschede, Supplier = SupplierCode.Police, Contract = contract,
                Terms = new AgreementTerms
                {
                    LegalBasis = basis, Purpose = "test", From = from ?? new DateOnly(2026, 1, 1),
                },
            }, Analyst, Cancel);

    private static async Task<AgreementRequest> Request(TestPlatform platform)
    {
        var found = await Show(platform);
        return new AgreementRequest { Tenant = TestPlatform.Enschede, Id = found.Line.Id, Version = found.Version };
    }

    private static AgreementRequest Asking(AgreementView of, string key, string value, string reason) => new()
    {
        Tenant = TestPlatform.Enschede, Id = of.Line.Id, Version = of.Version, Reason = reason,
        Given = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value },
    };

    private static async Task<AgreementView> Show(TestPlatform platform) => (await platform.Get<ShowAgreement>().Newest(
        TestPlatform.Enschede, SupplierCode.Police, ContractName.PolitieWeek, Cancel))!;
}
