namespace Twente.Igw.Deliveries;

/// <summary>The contracts this platform publishes; the start of a file's name says which one it follows.</summary>
internal sealed class Contracts(IEnumerable<Contract> all)
{
    private readonly Dictionary<string, Contract> _byName =
        all.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>The contract of this name, as stored with a delivery.</summary>
    /// <exception cref="ArgumentException">There is no such contract.</exception>
    public Contract Get(string name) => _byName.GetValueOrDefault(name)
        ?? throw new ArgumentException($"There is no contract '{name}'.", nameof(name));

    /// <summary>The contract a file's name starts with, or null.</summary>
    public Contract? Of(string fileName) => _byName.GetValueOrDefault(fileName.Split('_')[0]);

    /// <summary>The contract a file is dealt with under: that of its mapping, else by its name; or null.</summary>
    public Contract? Of(DeliveredFile file) =>
        file.Mapping is { } by ? Get(by.Mapping.Contract) : Of(file.FileName);

    /// <summary>What is wrong with a name that starts with no contract.</summary>
    public Finding Objection(string fileName)
    {
        var start = fileName.Split('_')[0];
        return start == fileName || !RowText.Extensions.Any(e => fileName.EndsWith(e, StringComparison.Ordinal))
            ? Finding.OfFile(FindingCode.FileName, fileName)
            : Finding.OfFile(
                FindingCode.FileContract, start,
                string.Join("_ of ", _byName.Keys.Order(StringComparer.Ordinal)));
    }
}
