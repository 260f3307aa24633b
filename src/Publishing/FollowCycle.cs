using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// What is done for the current gemeente every hour: propose a month that became whole, publish what was approved and
/// whose day has come, and tell the region. Each step may fail and be done again.
/// </summary>
public sealed class FollowCycle
{
    private readonly ProposeMonth _propose;
    private readonly PublishApproved _publish;
    private readonly SendOutbox _send;

    internal FollowCycle(ProposeMonth propose, PublishApproved publish, SendOutbox send) =>
        (_propose, _publish, _send) = (propose, publish, send);

    public async Task Execute(CancellationToken cancel)
    {
        await _propose.Execute(again: false, Actor.Platform, cancel);
        await _publish.Execute(cancel);
        await _send.Execute(cancel);
    }
}
