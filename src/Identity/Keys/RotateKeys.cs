using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Makes the next keys before it is time, as after a leak: announced to every process first, used after that. Nobody is
/// signed out.
/// </summary>
public sealed class RotateKeys
{
    private readonly KeyRing _ring;
    private readonly RecordAccess _record;

    internal RotateKeys(KeyRing ring, RecordAccess record) => (_ring, _record) = (ring, record);

    /// <returns>How many keys were made.</returns>
    public async Task<int> Execute(Actor actor, CancellationToken cancel)
    {
        await _record.Execute("", new AuditEvent("keys.rotated", "sleutels van de aanmelding"), actor, cancel);
        return await _ring.Rotate(always: true, cancel);
    }
}
