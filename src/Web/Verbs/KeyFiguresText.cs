using Twente.Igw.Figures;
using Twente.Igw.Web.Api;

namespace Twente.Igw.Web.Verbs;

/// <summary>Key figures as the command line tells them.</summary>
internal static class KeyFiguresText
{
    public static int Tell(ImportKeyFigures.Outcome outcome)
    {
        switch (outcome)
        {
            case ImportKeyFigures.Outcome.Imported done:
                Console.Out.WriteLine(
                    $"{(done.Changed == 0 ? "Ongewijzigd" : "Ingelezen")}: kerncijfers {done.Year}, " +
                    $"{done.Bound.Count} kengetallen, {done.Municipalities} gemeenten, {done.Values} waarden" +
                    $"{(done.Changed == 0 ? " stonden er al" : "")}.");
                if (done.Elsewhere.Count > 0)
                    Console.Error.WriteLine(
                        $"Overgeslagen: {done.Elsewhere.Count} gemeenten waarvan de indeling niet is ingelezen.");
                if (done.AboutDescent > 0)
                    Console.Error.WriteLine($"Niet gelezen: {done.AboutDescent} kolommen over afkomst.");
                if (done.Unbound.Count > 0)
                    Console.Error.WriteLine($"Geen kengetal: {string.Join(", ", done.Unbound)}.");
                return ExitCode.Done;
            case ImportKeyFigures.Outcome.Refused refused:
                foreach (var finding in refused.Findings)
                    Console.Error.WriteLine(finding);
                if (refused.Total > refused.Findings.Count)
                    Console.Error.WriteLine($"En nog {refused.Total - refused.Findings.Count} bevindingen.");
                Console.Error.WriteLine("Het bestand is geweigerd; er is niets veranderd.");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("An import ends in one of two ways.");
        }
    }

    public static void Write(KeyFigureListing list)
    {
        foreach (var figure in list.Kengetallen)
            Console.Out.WriteLine(
                $"{figure.Code,-30}  {figure.Titel,-48} {figure.Eenheid,-24} {string.Join(", ", figure.Perioden)}");
    }

    public static void Write(KeyFigureAnswer answer, CultureInfo dutch)
    {
        Console.Out.WriteLine(
            $"{answer.Title} ({answer.Unit}), {answer.Period}, per {Words.Of(answer.Level)}, " +
            $"indeling {answer.BoundaryYear}, bron: {answer.Source}");
        foreach (var row in answer.Rows)
            Console.Out.WriteLine(
                $"{row.Area,-10}  {row.Name,-32} {row.Value?.ToString($"N{answer.Decimals}", dutch) ?? row.Sign,14}");
        if (answer.NotKnown > 0)
            Console.Out.WriteLine($"Niet bekend: {answer.NotKnown} van {answer.Rows.Count}");
        foreach (var remark in answer.Remarks)
            Console.Out.WriteLine(remark);
    }
}
