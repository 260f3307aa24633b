using System.CommandLine;
using BenchmarkDotNet.Running;

namespace Twente.Igw.Benchmarks;

/// <summary><c>functions</c>: single functions under BenchmarkDotNet, whose own options follow.</summary>
internal static class Functions
{
    public static Command Command()
    {
        var command = new Command("functions", "By BenchmarkDotNet: functions --filter '*AskCube*' --job short")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed =>
        {
            // In this process: the program is built already, and a second build would measure the compiler's company.
            string[] options = [.. parsed.UnmatchedTokens, "--inProcess"];
            BenchmarkSwitcher.FromAssembly(typeof(Functions).Assembly).Run(options);
        });
        return command;
    }
}
