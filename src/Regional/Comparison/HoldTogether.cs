using Twente.Igw.Analysis;

namespace Twente.Igw.Regional;

/// <summary>
/// The gemeenten with a figure together: their total, how far they lie apart, and each against the others without
/// herself.
/// </summary>
internal static class HoldTogether
{
    public static RegionalAnswer Execute(
        List<RegionalRow> rows, RegionalCategory category, ModelAgreement model, RegionalQuestion question,
        long version)
    {
        var shown = rows.Where(r => r.State == RowState.Shown).ToList();
        var answer = new RegionalAnswer
        {
            Question = question, Category = category, Model = model, Version = version, Rows = rows,
            Total = TotalOf(shown), Spread = null, ExpectedFalse = 0,
        };
        var rated = shown.Where(r => r.Per1000 is not null).ToList();
        if (answer.Total?.Per1000 is not { } rate || rate == 0 || !answer.Compares)
            return answer;
        var expected = rated.ConvertAll(r => rate / 1000 * r.Exposure!.Value);
        var spread = FunnelSpread.Of([.. rated.Select(r => (long)r.Count!.Value)], [.. expected]);
        var held = rated.Select((_, at) => Hold(rated, at, spread, expected[at])).ToList();
        var compared = held.Where(h => h.Others is not null).ToList();
        var found = compared.Count == 0
            ? [] : FalseDiscovery.Adjust([.. compared.Select(h => h.Others!.Value.Comparison.PValue)]);
        var words = compared.Select((h, at) => (h.Member.Code, Word: WordOf(h.Others!.Value, found[at])))
            .ToDictionary(w => w.Code, w => w.Word, StringComparer.Ordinal);
        var byCode = held.ToDictionary(h => h.Member.Code, StringComparer.Ordinal);
        return answer with
        {
            Spread = spread,
            Rows = [.. rows.Select(r => byCode.TryGetValue(r.Member.Code, out var one)
                ? one with { AgainstOthers = words.GetValueOrDefault(r.Member.Code) } : r)],
            ExpectedFalse = 0.05 * words.Values.Count(w => w is "hoger" or "lager"),
        };
    }

    private static RegionalRow Hold(List<RegionalRow> rated, int at, FunnelSpread? spread, double expected)
    {
        var rates = rated.Select(r => new Rate(r.Count!.Value, r.Exposure!.Value)).ToArray();
        // What chance, the noise of publishing and the ordinary differences between gemeenten add up to.
        var phi = Math.Max(1, spread?.Phi ?? 1) + SinceEarlier.NoisePhi(expected) - 1;
        return rated[at] with { Others = OthersComparison.Of(rates, at, phi), Expected = expected };
    }

    /// <summary>After correcting for so many looks hoger and lager need more than each by itself.</summary>
    private static string WordOf(OthersComparison others, double adjusted) => others.Verdict switch
    {
        Verdict.Higher or Verdict.Lower when adjusted > 0.05 => SinceEarlier.Of(Verdict.NoClearDifference),
        var verdict => SinceEarlier.Of(verdict),
    };

    private static RegionalTotal? TotalOf(List<RegionalRow> shown)
    {
        if (shown.Count == 0)
            return null;
        var count = shown.Sum(r => (long)r.Count!.Value);
        var exposure = shown.TrueForAll(r => r.Exposure is not null)
            ? shown.Sum(r => (long)r.Exposure!.Value) : default(long?);
        return new RegionalTotal(
            count, exposure, exposure is > 0 ? 1000.0 * count / exposure : null,
            [.. shown.Select(r => r.Member.Name)]);
    }
}
