namespace Twente.Igw.Web.Verbs;

/// <summary>What a verb answers to the shell; scripts rely on it.</summary>
internal static class ExitCode
{
    /// <summary>Done, also when it was done before.</summary>
    public const int Done = 0;
    public const int Failure = 1;
    public const int Refused = 2;
    public const int Held = 3;

    /// <summary>Of several outcomes the worst: a failure, then a refusal, then one that waits for a person.</summary>
    public static int Worst(IEnumerable<int> codes) =>
        codes.DefaultIfEmpty(Done).MinBy(code => code == Done ? int.MaxValue : code);
}
