using System.Diagnostics;
using OpenTelemetry;

namespace Twente.Igw.Web.Telemetry;

/// <summary>
/// A trace says which page was asked for, never with what: addresses hold the secret of an invitation or the name of a
/// file, and browsers tell about people.
/// </summary>
internal sealed class LeaveOutAddresses : BaseProcessor<Activity>
{
    private static readonly string[] Left =
        ["url.path", "url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Left)
            data.SetTag(tag, null);
    }
}
