namespace Twente.Igw.Architecture.Tests;

/// <summary>States every place where a rule does not hold, so that one run is enough to mend them all.</summary>
internal static class Violations
{
    /// <param name="rule">What to do instead.</param>
    /// <param name="found">Each violation, beginning with its place.</param>
    public static void None(string rule, IEnumerable<string> found)
    {
        var all = found.Distinct(StringComparer.Ordinal).ToArray();
        if (all.Length > 0)
            Assert.Fail($"{rule} Found {all.Length}:\n  {string.Join("\n  ", all)}");
    }
}
