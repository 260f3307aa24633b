using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>A count as people read it: the number, or its class where the number is not shown.</summary>
internal static class CountText
{
    /// <summary>In a table: <c>12</c>, <c>1–4</c>, <c>x</c>; <c>.</c> when it is not known.</summary>
    public static string Of(ShownCount count) =>
        count.Count is { } known ? Dutch.Count(known) : count.Class?.Short ?? ".";

    /// <summary>In a sentence: <c>12</c>, <c>1 tot en met 4</c>.</summary>
    public static string InSentence(ShownCount count) =>
        count.Count is { } known ? Dutch.Count(known) : count.Class?.Sentence ?? "onbekend";
}
