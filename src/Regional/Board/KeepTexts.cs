using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>Keeps the texts that gemeenten may take over in their duiding.</summary>
public sealed class KeepTexts
{
    private const int LongestTitle = 100;
    private const int LongestText = 1000;

    private readonly RegionalDatabases _databases;
    private readonly TimeProvider _time;

    internal KeepTexts(RegionalDatabases databases, TimeProvider time) => (_databases, _time) = (databases, time);

    /// <returns>Why it is not kept, or null when it is.</returns>
    public async Task<RegionalRefusal?> Add(string title, string text, string by, CancellationToken cancel)
    {
        (title, text) = (title.Trim(), text.Trim());
        if (title.Length is 0 or > LongestTitle)
            return new("region.text-title", $"Geef de tekst een titel van 1 tot {LongestTitle} tekens.");
        if (text.Length is 0 or > LongestText)
            return new("region.text-length", $"Schrijf een tekst van 1 tot {LongestText} tekens.");
        await _databases.Change(db =>
        {
            db.Texts.Add(new LibraryTextRow
            {
                Id = Guid.CreateVersion7(), Title = title, Text = text, By = by,
                At = _time.GetUtcNow().UtcDateTime,
            });
            return Task.FromResult(true);
        }, cancel);
        return null;
    }

    /// <returns>False when there is no such text.</returns>
    public Task<bool> Remove(Guid id, CancellationToken cancel) => _databases.Change(async db =>
    {
        if (await db.Texts.SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } row)
            return false;
        db.Texts.Remove(row);
        return true;
    }, cancel);
}
