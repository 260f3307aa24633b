using Spectre.Console;

namespace Twente.Igw.Web.Demo;

/// <summary>Tells how far the demo is: a bar on a terminal, plain lines where a script reads along.</summary>
internal sealed class DemoProgress
{
    private readonly ProgressTask? _bar;

    private DemoProgress(ProgressTask? bar) => _bar = bar;

    public static async Task Run(Func<DemoProgress, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(new DemoProgress(null));
            return;
        }
        // Standard output is for results.
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await terminal.Progress().StartAsync(progress =>
        {
            var bar = progress.AddTask("Demo", maxValue: 1);
            bar.IsIndeterminate = true;
            return work(new DemoProgress(bar));
        });
    }

    /// <summary>Something else begins.</summary>
    public void Begin(string what)
    {
        if (_bar is null)
            Console.Error.WriteLine($"{what} …");
        else
            _bar.Description = Markup.Escape(what);
    }

    /// <summary>From here on there are so many steps.</summary>
    public void Expect(int steps)
    {
        if (_bar is not null)
            (_bar.MaxValue, _bar.IsIndeterminate) = (Math.Max(1, steps), false);
    }

    public void Step(string what)
    {
        if (_bar is null)
            return;
        _bar.Description = Markup.Escape(what);
        _bar.Increment(1);
    }

    /// <summary>A gemeente is ready.</summary>
    public void Finish(string sentence)
    {
        if (_bar is null)
            Console.Error.WriteLine(sentence);
    }
}
