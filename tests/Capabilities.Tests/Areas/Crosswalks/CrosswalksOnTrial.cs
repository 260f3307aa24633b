using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

/// <summary>A platform with Enschede in two boundary years, and short forms for what happens to crosswalks.</summary>
internal sealed class CrosswalksOnTrial : IAsyncDisposable
{
    public static readonly AreaCode Enschede = AreaCode.Parse("GM0153");

    /// <summary>A good file, a line for each row.</summary>
    public static readonly IReadOnlyList<string> Good =
    [
        "GM0153;2021;2025;BU01530000;BU01530000;1;samengevoegd",
        "GM0153;2021;2025;BU01530001;BU01530000;1;samengevoegd",
        "GM0153;2021;2025;BU01530002;BU01530003;1;hernummerd",
        "GM0153;2021;2025;BU01530100;BU01530100;0,6;adressen",
        "GM0153;2021;2025;BU01530100;BU01530103;0.4;adressen",
        "GM0153;2021;2025;BU01530101;BU01530101;1;ongewijzigd",
        "GM0153;2021;2025;BU01530102;BU01530102;1;ongewijzigd",
    ];

    private CrosswalksOnTrial(TestPlatform platform) => Platform = platform;

    public TestPlatform Platform { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CrosswalksOnTrial> Start(Engine engine)
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.ImportChangedAreas(Cancel);
        return new CrosswalksOnTrial(platform);
    }

    public Task<CrosswalkDrafting> Import(params IReadOnlyList<string> rows) => ImportText(
        string.Join('\n', rows.Prepend(CrosswalkFile.Header)) + "\n");

    public async Task<CrosswalkDrafting> ImportText(string text)
    {
        var file = Path.Combine(Platform.Data.Root, "omrekentabel.csv");
        await File.WriteAllTextAsync(file, text, Cancel);
        return await Platform.Get<ImportCrosswalk>().Execute(file, Actor.CommandLine, Cancel);
    }

    public Task<CrosswalkDrafting> Propose(int from = 2021, int to = 2025) =>
        Platform.Get<ProposeCrosswalk>().Execute(Enschede, from, to, Actor.CommandLine, Cancel);

    public Task<DecideCrosswalk.Outcome> Approve(long number, AreaCode? municipality = null) =>
        Platform.Get<DecideCrosswalk>().Approve(municipality ?? Enschede, number, "nagekeken", Analyst, Cancel);

    public Task<DecideCrosswalk.Outcome> Reject(long number) =>
        Platform.Get<DecideCrosswalk>().Reject(Enschede, number, "klopt niet", Analyst, Cancel);

    public async Task<Crosswalk> Find(long number) =>
        (await Platform.Get<ListCrosswalks>().Find(Enschede, number, Cancel))!;

    public async Task<IReadOnlyList<CrosswalkState>> States() =>
        [.. (await Platform.Get<ListCrosswalks>().Execute(Enschede, Cancel)).Select(c => c.State)];

    public ValueTask DisposeAsync() => Platform.DisposeAsync();

    private static readonly Actor Analyst = new("analist", "test");
}
