namespace Twente.Igw.Deliveries;

/// <summary>
/// One part of a workbook while it is unpacked, held to what a spreadsheet writes: no more bytes than the archive
/// states, no declarations, comments or CDATA, no text or tag longer than a cell can hold, and the stated checksum at
/// the end. Memory of the XML reader stays small however the part was made.
/// </summary>
internal sealed class PartStream(Stream unpacked, long length, uint checksum) : Stream
{
    /// <summary>The longest cell has 32,767 characters, of up to six bytes each when written as <c>&amp;quot;</c>.</summary>
    private const int LongestRun = 32_767 * 6 + 1_024;

    private readonly Crc32 _crc = new();
    private long _read;
    private int _run;
    private bool _afterBracket;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        var fresh = buffer[..count];
        _crc.Add(fresh);
        _read += count;
        if (_read > length)
            throw new InvalidDataException("A part is larger than the archive states.");
        if (count == 0 && (_read != length || _crc.Value != checksum))
            throw new InvalidDataException("A part is not what its checksum states.");
        Inspect(fresh);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void Inspect(ReadOnlySpan<byte> fresh)
    {
        while (!fresh.IsEmpty)
        {
            if (_afterBracket && fresh[0] == (byte)'!')
                throw new InvalidDataException("A part holds a declaration, a comment or CDATA.");
            var bracket = fresh.IndexOf((byte)'<');
            _afterBracket = bracket >= 0;
            _run = bracket >= 0 ? 0 : _run + fresh.Length;
            if (_run > LongestRun || bracket > LongestRun)
                throw new InvalidDataException("A part holds a longer text than a cell can.");
            fresh = bracket < 0 ? [] : fresh[(bracket + 1)..];
        }
    }
}
