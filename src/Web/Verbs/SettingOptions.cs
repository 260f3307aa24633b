using System.CommandLine;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>What every change of a gemeente's settings is given with: from when, and why.</summary>
internal static class SettingOptions
{
    public static Option<DateOnly?> From() =>
        new("--from") { Description = "Eerste dag waarop het geldt, zoals 2026-01-01; zonder is het vandaag" };

    public static Option<string> Reason() =>
        new("--reason") { Description = "Waarom; komt in de geschiedenis te staan", Required = true };

    public static DateOnly Day(DateOnly? given, IServiceProvider services) =>
        given ?? services.GetRequiredService<TimeProvider>().DutchToday();
}
