using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public abstract class ImportKeyFiguresTests(Engine engine)
{
    public sealed class OnSqlite() : ImportKeyFiguresTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ImportKeyFiguresTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ImportKeyFiguresTests(Engine.SqlServer);

    private const string StatLine =
        """
        "ID";"WijkenEnBuurten";"Gemeentenaam_1";"AantalInwoners_5";"Marokko_19";"GemiddeldeHuishoudensgrootte_32"
        0;"NL00      ";"Nederland                               ";   17475415;    410000;      2.1
        1;"GM0153    ";"Enschede                                ";       3307;       100;      2.0
        2;"BU01530000";"Enschede                                ";        500;        50;      .
        3;"BU01530001";"Enschede                                ";          0;        50;
        4;"GM0999    ";"Elders                                  ";          7;         1;      1.9
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_columns_of_the_map_become_figures_of_every_gemeente_in_it()
    {
        await using var platform = await Start();
        var imported = Assert.IsType<ImportKeyFigures.Outcome.Imported>(await Import(platform, Map(platform)));

        Assert.Equal(2, imported.Municipalities);
        Assert.Equal(1, imported.AboutDescent);
        Assert.Equal(
            [
                "inwoners", "huishoudens", "aandeel-eenpersoonshuishoudens", "huishoudensgrootte", "woz-waarde",
                "oppervlakte-land",
            ],
            imported.Bound.Select(c => c.Code));
        Assert.DoesNotContain(imported.Unbound, Descent.IsAbout);
        Assert.Equal([1.6, 1.7, 1.8, 1.9, 2, 2.1], await Values(platform, "huishoudensgrootte"));
    }

    [Fact]
    public async Task Sentinels_are_not_known_and_zero_is_zero()
    {
        await using var platform = await Start();
        await Import(platform, Map(platform));

        Assert.Equal([23, 26, 29, 32, 35, null], await Values(platform, "aandeel-eenpersoonshuishoudens"));
        Assert.Equal([170, 190, 210, 230, 250, null], await Values(platform, "woz-waarde"));
        Assert.Equal([0, 20, 30, 40, 50, 60], await Values(platform, "oppervlakte-land"));
    }

    [Fact]
    public async Task The_same_figures_again_change_nothing_not_even_in_another_form()
    {
        await using var platform = await Start();
        await Import(platform, Map(platform));
        var before = await Versions(platform);

        var again = Assert.IsType<ImportKeyFigures.Outcome.Imported>(await Import(platform, Map(platform)));
        var csv = Write(
            platform, "WijkenEnBuurten;AantalInwoners_9\nGM0153;4507\nGM0164;4507\n");
        await Import(platform, csv);

        Assert.Equal(0, again.Changed);
        Assert.Equal(before, await Versions(platform));
    }

    [Fact]
    public async Task StatLine_is_read_by_stem_with_its_country_blanks_points_and_other_gemeenten()
    {
        await using var platform = await Start();

        var imported = Assert.IsType<ImportKeyFigures.Outcome.Imported>(
            await Import(platform, Write(platform, StatLine)));

        Assert.Equal(["GM0999"], imported.Elsewhere.Select(m => m.Code));
        Assert.Equal(["inwoners", "huishoudensgrootte"], imported.Bound.Select(c => c.Code));
        Assert.Equal([500, 0, null, null, null, null], await Values(platform, "inwoners"));
        Assert.Equal([3307], await Values(platform, "inwoners", AreaLevel.Municipality));
        Assert.Equal([2], await Values(platform, "huishoudensgrootte", AreaLevel.Municipality));
        Assert.Equal(new double?[6], await Values(platform, "huishoudensgrootte"));
    }

    [Fact]
    public async Task A_later_file_replaces_what_it_states_and_the_earlier_stays_known()
    {
        await using var platform = await Start();
        await Import(platform, Map(platform));
        platform.Clock.Advance(TimeSpan.FromDays(2));
        await Import(platform, Write(platform, "Codering_3;AantalInwoners_5\nBU01530000;999\nBU01530001;1\n"));
        platform.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([999, 1, null, null, null, null], await Values(platform, "inwoners"));
        Assert.Equal([170, 190, 210, 230, 250, null], await Values(platform, "woz-waarde"));
        var then = KnownOn.EndOf(new NodaTime.LocalDate(2026, 1, 6));
        Assert.Equal([500, 600, 700, 800, 900, 1000], await Values(platform, "inwoners", known: then));
        var never = KnownOn.EndOf(new NodaTime.LocalDate(2026, 1, 1));
        Assert.Empty(await Values(platform, "inwoners", known: never));
    }

    [Theory]
    [InlineData("WijkenEnBuurten;AantalInwoners_5;AantalInwoners_41\nGM0153;1;2\n", "meer dan één kolom")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5\nBU01539999;1\n", "niet in de indeling van 2021")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5\nGM0153;veel\n", "verwacht een getal")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5\nGM0153;-12\n", "verwacht een getal")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5\nGM0153;1;2\n", "3 velden; de kop heeft er 2")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5\nGM0153;1\nGM0153;2\n", "staat er al in")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5\nEnschede;1\n", "verwacht GM+4")]
    [InlineData("Naam;AantalInwoners_5\nEnschede;1\n", "kolom met gebiedscodes ontbreekt")]
    [InlineData("WijkenEnBuurten;Anders_5\nGM0153;1\n", "geen kolom in die een kengetal")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5;GemiddeldeHuishoudensgrootte_6\nGM0153;1,5;2.5\n", "door elkaar")]
    public async Task What_is_wrong_or_ambiguous_refuses_the_whole_file(string csv, string rule)
    {
        await using var platform = await Start();

        var refused = Assert.IsType<ImportKeyFigures.Outcome.Refused>(await Import(platform, Write(platform, csv)));

        Assert.Contains(refused.Findings, f => f.Rule.Contains(rule, StringComparison.Ordinal));
        Assert.Equal("", await Versions(platform));
    }

    [Fact]
    public async Task A_map_of_another_year_is_refused()
    {
        await using var platform = await Start();
        var refused = Assert.IsType<ImportKeyFigures.Outcome.Refused>(await platform.Get<ImportKeyFigures>().Execute(
            Map(platform), 2022, Actor.CommandLine, Cancel));
        Assert.Equal("2021", refused.Findings[0].Value);
    }

    private async Task<TestPlatform> Start()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        return platform;
    }

    private static string Map(TestPlatform platform) => KeyFigureFile.AddTo(
        GeoPackageFile.Write(Path.Combine(platform.Data.Root, "kerncijfers.gpkg")));

    private static string Write(TestPlatform platform, string csv)
    {
        var file = Path.Combine(platform.Data.Root, "kerncijfers.csv");
        File.WriteAllText(file, csv);
        return file;
    }

    private static Task<ImportKeyFigures.Outcome> Import(TestPlatform platform, string file) =>
        platform.Get<ImportKeyFigures>().Execute(file, 2021, Actor.CommandLine, Cancel);

    private static async Task<double?[]> Values(
        TestPlatform platform, string figure, AreaLevel level = AreaLevel.Neighbourhood, KnownOn? known = null)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<KeyFigureStore>().Refresh(Cancel);
        var outcome = await scope.Get<AnswerKeyFigures>().Answer(
            new KeyFigureQuestion
            {
                Figure = KeyFigureCode.Parse(figure), Level = level, Area = Town.Code, KnownOn = known,
            },
            Ask.Analyst, Cancel);
        return outcome is KeyFigureOutcome.Answered { Answer: var answer }
            ? [.. answer.Rows.Select(r => r.Value)]
            : [];
    }

    /// <summary>Every span there is, as text.</summary>
    private static async Task<string> Versions(TestPlatform platform)
    {
        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var rows = await db.KeyFigureVersions.OrderBy(v => v.Municipality).ThenBy(v => v.Figure).ThenBy(v => v.Level)
            .Select(v => v.Municipality + v.Figure + v.Level + v.FromVersion + v.ToVersion).ToListAsync(Cancel);
        return string.Join('\n', rows);
    }
}
