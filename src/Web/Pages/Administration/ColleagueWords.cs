using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>The words for people and what they are.</summary>
internal static class ColleagueWords
{
    /// <summary>The role, what it lets her see beyond it, until when and what for.</summary>
    public static string Of(HeldRole role) =>
        string.Join(", ", role.Flags.Prepend(RolePermissions.Of(role.Role).Word))
        + (role.Until is { } until ? $", tot en met {until:dd-MM-yyyy}" : "")
        + (role.Purpose.Length > 0 ? $"; voor {role.Purpose}" : "");

    public static string Of(ColleagueState state) => state switch
    {
        ColleagueState.InUse => "in gebruik",
        ColleagueState.Invited => "uitgenodigd",
        ColleagueState.NotAccepted => "niet aanvaard",
        ColleagueState.Disabled => "stopgezet",
        _ => "zonder rol",
    };

    /// <summary>The shapes of deliveries: disc for well, bars for look at it, cross for shut, ring for none.</summary>
    public static string Shape(ColleagueState state) => state switch
    {
        ColleagueState.InUse => "accepted",
        ColleagueState.Invited => "received",
        ColleagueState.NotAccepted => "held",
        ColleagueState.Disabled => "refused",
        _ => "withdrawn",
    };

    public static string Moment(DateTime utc) => DutchClock.Of(utc).ToString("dd-MM-yyyy HH:mm", Dutch.Culture);
}
