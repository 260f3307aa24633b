using Twente.Igw.Web.Hosting;
using Xunit;

namespace Twente.Igw.Web.Tests.Hosting;

public sealed class AnswerMemoryTests
{
    [Fact]
    public void What_is_remembered_for_a_gemeente_stays_within_its_bounds_whatever_is_asked()
    {
        var memory = new AnswerMemory();
        var large = new RememberedAnswer("text/html", new byte[4_000_000], new byte[4_000_000]);

        for (var asked = 0; asked < 5; asked++)
            memory.Keep("1", $"/?x={asked}", large);

        Assert.Null(memory.Find("1", "/?x=0"));
        Assert.NotNull(memory.Find("1", "/?x=4"));
    }

    [Fact]
    public void An_answer_of_another_version_or_ring_is_not_found()
    {
        var memory = new AnswerMemory();
        memory.Keep("1-Exact", "/", new RememberedAnswer("text/html", [1], [1]));

        Assert.Null(memory.Find("1-Classes", "/"));
        Assert.NotNull(memory.Find("1-Exact", "/"));
    }
}
