using Twente.Igw.Web.Hosting;
using Xunit;

namespace Twente.Igw.Web.Tests.Hosting;

public sealed class AnswerMemoryTests
{
    [Fact]
    public void What_is_remembered_for_a_gemeente_stays_within_its_bounds_whatever_is_asked()
    {
        var shelf = new AnswerMemory().ShelfFor("Exact", "1-Exact");
        var large = new RememberedAnswer("text/html", new byte[4_000_000], new byte[4_000_000]);

        for (var asked = 0; asked < 5; asked++)
            shelf.Keep($"/?x={asked}", large);

        Assert.Null(shelf.Find("/?x=0"));
        Assert.NotNull(shelf.Find("/?x=4"));
    }

    [Fact]
    public void An_answer_of_another_version_or_sight_is_not_found()
    {
        var memory = new AnswerMemory();
        memory.ShelfFor("Exact", "1-Exact").Keep("/", new RememberedAnswer("text/html", [1], [1]));

        Assert.Null(memory.ShelfFor("Classes", "1-Classes").Find("/"));
        Assert.NotNull(memory.ShelfFor("Exact", "1-Exact").Find("/"));
        Assert.Null(memory.ShelfFor("Exact", "2-Exact").Find("/"));
    }

    [Fact]
    public void However_many_readers_come_only_so_many_shelves_are_kept()
    {
        var memory = new AnswerMemory();
        memory.ShelfFor("first", "1").Keep("/", new RememberedAnswer("text/html", [1], [1]));

        foreach (var reader in Enumerable.Range(0, 100))
            memory.ShelfFor($"reader {reader}", "1");

        Assert.Null(memory.ShelfFor("first", "1").Find("/"));
    }
}
