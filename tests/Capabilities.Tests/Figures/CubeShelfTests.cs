using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class CubeShelfTests
{
    [Fact]
    public async Task Readers_never_see_a_mixture_of_versions()
    {
        // Version v counts v incidents in each of six neighbourhoods and in two weeks.
        var town = new Town().With(2021);
        for (var version = 1; version <= 12; version++)
            town.Deliver(Ask.Weeks("2025-W45", "2025-W46"), Everywhere(version));
        var cubes = Enumerable.Range(1, 12).Select(v => town.Cube(v)).ToArray();
        var shelf = new CubeShelf();
        shelf.Put(cubes[0]);

        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(
            _ => Task.Run(() => Read(shelf, done.Token), TestContext.Current.CancellationToken)).ToArray();
        for (var round = 0; round < 20_000; round++)
            shelf.Put(cubes[round % cubes.Length]);
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
    }

    [Fact]
    public void Only_the_four_older_cubes_used_last_are_kept()
    {
        var town = new Town().With(2021);
        var shelf = new CubeShelf();
        for (var version = 1; version <= 5; version++)
        {
            town.Deliver(Ask.Weeks("2025-W45", "2025-W46"), []);
            shelf.PutOlder(town.Cube(version));
            Assert.NotNull(shelf.FindOlder(1, 1));
        }

        Assert.Null(shelf.FindOlder(2, 1));
        Assert.NotNull(shelf.FindOlder(5, 1));
        Assert.Null(shelf.FindOlder(5, 2));
    }

    private static int Read(CubeShelf shelf, CancellationToken done)
    {
        var seen = 0;
        while (seen == 0 || !done.IsCancellationRequested)
        {
            var cube = shelf.Current!;
            var answer = Ask.Answer(cube, Ask.For("geweld", "2025-W45", "2025-W46"));
            Assert.Equal(cube.Stamp.Version, answer.Version);
            Assert.All(answer.Rows, row => Assert.Equal(2 * (int)answer.Version, row.Count));
            seen++;
        }
        return seen;
    }

    private static Fact[] Everywhere(int count) =>
    [
        .. from week in new[] { "2025-W45", "2025-W46" }
           from place in Enumerable.Range(0, 6)
           select Ask.Fact(week, Town.Neighbourhood(place / 3, place % 3).Code, "1.4.5", count),
    ];
}
