namespace Twente.Igw.Figures;

/// <summary>An earlier window, in the cube that knows it as well as the window asked about is known now.</summary>
internal sealed record EarlierWindow(Cube Cube, WeekRange Weeks);

/// <summary>What a window is held against.</summary>
/// <param name="Windows">The windows that can be used, nearest first.</param>
/// <param name="Asked">How many there should have been.</param>
/// <param name="AtSameLag">Whether they are seen as they were known equally long after their end.</param>
internal sealed record Earlier(IReadOnlyList<EarlierWindow> Windows, int Asked, bool AtSameLag);

/// <summary>
/// Finds the earlier windows. A window of which registrations still arrive is held against what was known of the
/// earlier one when it was as young: against the settled count it would always look low.
/// </summary>
internal static class FindEarlier
{
    /// <summary>Null when the question asks for no comparison.</summary>
    public static async ValueTask<Earlier?> Of(Topic topic, CubeStore cubes, CancellationToken cancel)
    {
        if (YearsOf(topic.Question.Compare) is not (> 0 and var years))
            return null;
        var windows = Window.Earlier(topic.Weeks, years);
        if (!topic.Provisional)
            return new Earlier([.. windows.Select(w => new EarlierWindow(topic.Cube, w))], years, AtSameLag: false);

        var found = new List<EarlierWindow>();
        foreach (var window in windows)
            if (VersionAtSameLag(topic, window) is { } version)
                found.Add(new EarlierWindow(await cubes.KnownOn(KnownOn.AtVersion(version), cancel), window));
        return new Earlier(found, years, AtSameLag: true);
    }

    public static int YearsOf(Comparison comparison) => comparison switch
    {
        Comparison.YearEarlier => 1,
        Comparison.ThreeYears => 3,
        _ => 0,
    };

    /// <summary>The version at which an earlier window was as young as the asked one is now.</summary>
    internal static long? VersionAtSameLag(Topic topic, WeekRange earlier) =>
        topic.Lag is { } lag
            ? topic.Cube.Weeks.History.LastVersionEndingAt(earlier.Last.Plus(lag), topic.Cube.Stamp.Version)
            : null;
}
