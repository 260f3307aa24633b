using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>
/// The archive a workbook is, opened only when nothing in it can grow beyond what a delivery needs. Nothing is ever
/// unpacked to disk: a name in the archive is looked up, never used as a path.
/// </summary>
internal sealed class XlsxArchive : IDisposable
{
    public const int MaxParts = 1_000;
    public const long MaxUnpacked = 128L * 1024 * 1024;
    public const long MaxSharedStrings = 32L * 1024 * 1024;

    /// <summary>Rows that are much alike pack some forty times; a bomb a thousand times.</summary>
    public const int MaxRatio = 200;

    private const int MaxDepth = 32;
    private const long SmallPart = 1024 * 1024;

    /// <summary>The list of parts at the end of the archive: 1,000 of them with long names.</summary>
    private const int MaxDirectory = 1024 * 1024;

    private static readonly XmlReaderSettings Form = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MaxUnpacked,
    };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;

    private XlsxArchive(ZipArchive zip)
    {
        _zip = zip;
        _parts = zip.Entries.ToDictionary(e => e.FullName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Opens the archive, or says which limit it passes.</summary>
    /// <exception cref="InvalidDataException">It is no archive, or its list of parts contradicts itself.</exception>
    public static (XlsxArchive? Archive, Finding? Finding) Open(Stream file)
    {
        RefuseLongDirectory(file);
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (LimitPassedBy(zip) is { } limit)
        {
            zip.Dispose();
            return (null, limit);
        }

        if (zip.Entries.DistinctBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Count() != zip.Entries.Count)
            throw new InvalidDataException("Two parts have the same name.");
        return (new XlsxArchive(zip), null);
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public long SizeOf(string part) => _parts.TryGetValue(part, out var entry) ? entry.Length : 0;

    /// <summary>Opens a part as XML.</summary>
    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public XmlReader Read(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
            throw new InvalidDataException("A part is missing.");
        var guarded = new PartStream(entry.Open(), entry.Length, entry.Crc32);
        // Read as UTF-8 whatever the part says of itself: the guard looks for signs of UTF-8.
        var text = new StreamReader(guarded, new UTF8Encoding(true, throwOnInvalidBytes: true), false);
        var settings = Form.Clone();
        settings.NameTable = new FewNames();
        settings.CloseInput = true;
        return XmlReader.Create(text, settings);
    }

    /// <summary>Goes to the next node; false at the end, when the part's checksum has been compared.</summary>
    public static bool Next(XmlReader xml) =>
        xml.Depth <= MaxDepth ? xml.Read() : throw new InvalidDataException("A part is nested too deeply.");

    public void Dispose() => _zip.Dispose();

    private static Finding? LimitPassedBy(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxParts)
            return Passes($"{zip.Entries.Count} onderdelen", $"{MaxParts} onderdelen");
        if (zip.Entries.Sum(e => (decimal)e.Length) > MaxUnpacked)
            return Passes("uitgepakt te groot", Size(MaxUnpacked));
        // What the archive states is also what can be unpacked: PartStream stops where the stated size ends.
        return zip.Entries.Any(e => e.Length > SmallPart && e.Length / MaxRatio > e.CompressedLength)
            ? Passes("te sterk ingepakt", $"{MaxRatio} keer")
            : null;
    }

    public static Finding Passes(string what, string limit) => Finding.OfFile(FindingCode.WorkbookLimit, what, limit);

    public static string Size(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MB");

    /// <summary>
    /// The archive reader keeps the whole list of parts in memory, however many there are: looked at before it does.
    /// </summary>
    private static void RefuseLongDirectory(Stream file)
    {
        const int length = 22;
        const int longestComment = ushort.MaxValue;
        Span<byte> end = new byte[(int)Math.Min(file.Length, length + longestComment)];
        file.Seek(-end.Length, SeekOrigin.End);
        file.ReadExactly(end);
        var at = end.LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || end.Length - at < length)
            throw new InvalidDataException("This is no archive.");
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(end[(at + 16)..]);
        if (file.Length - directory > MaxDirectory + longestComment)
            throw new InvalidDataException("The list of parts is too long.");
        file.Position = 0;
    }

    /// <summary>Spreadsheets use some two hundred names; every new one stays in memory.</summary>
    private sealed class FewNames : NameTable
    {
        private const int Most = 5_000;
        private int _count;

        public override string Add(char[] key, int start, int len) =>
            Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) =>
            ++_count <= Most ? name : throw new InvalidDataException("A part uses too many names.");
    }
}
