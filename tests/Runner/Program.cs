using System.Reflection;
using System.Text;
using System.Text.Json;
using Twente.Igw.Runner;

// Runs verbs of the program one after another in one process. A program's start costs seconds of a small machine, and
// a test run asks hundreds of verbs: each still gets its arguments, its settings, two streams of its own and its exit
// code, through the program's own entry point. One line of JSON in is one verb; one line out is what came of it.
var program = Assembly.Load("igw").EntryPoint!;
var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
var questions = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
Console.SetIn(TextReader.Null);
var set = new List<string>();
while (await questions.ReadLineAsync() is { } line)
{
    var asked = JsonSerializer.Deserialize<Asked>(line)!;
    foreach (var name in set)
        Environment.SetEnvironmentVariable(name, null);
    set = [.. asked.Settings.Keys];
    foreach (var (name, value) in asked.Settings)
        Environment.SetEnvironmentVariable(name, value);
    using StringWriter output = new(), errors = new();
    Console.SetOut(output);
    Console.SetError(errors);
    var exitCode = program.Invoke(null, [asked.Arguments]) is int code ? code : 0;
    await answers.WriteLineAsync(
        JsonSerializer.Serialize(new Answer(exitCode, output.ToString(), errors.ToString())));
}

namespace Twente.Igw.Runner
{
    internal sealed record Asked(string[] Arguments, Dictionary<string, string?> Settings);

    internal sealed record Answer(int ExitCode, string Output, string Errors);
}
