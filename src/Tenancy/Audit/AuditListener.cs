namespace Twente.Igw.Tenancy;

/// <summary>
/// Hears of each event once it is on the record: to be counted, never to act on. Nobody else may count what happens to
/// a gemeente, so that the numbers an operator sees and the chain cannot tell different stories.
/// </summary>
/// <param name="Hear">Given the chain, which is a gemeente's code or <c>platform</c>, and the event.</param>
public sealed record AuditListener(Action<string, AuditEvent> Hear);
