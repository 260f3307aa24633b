using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>The short form; the long one is <c>tests/Benchmarks -- fuzz 100000</c>.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20251130)]
    public void No_mutated_file_crashes_hangs_or_is_accepted_against_its_contract(int seed)
    {
        var run = new FuzzRun(seed);

        run.Execute(3_000, TestContext.Current.CancellationToken);

        Assert.Equal("", string.Join("\n\n", run.Wrong));
        Assert.Equal((3_000, 0, 0), (run.Files, run.Crashes, run.Differences));
        Assert.InRange(run.Longest, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(run.Mapped, 400, 800);
        Assert.InRange(run.Accepted, 300, 6_000);
    }
}
