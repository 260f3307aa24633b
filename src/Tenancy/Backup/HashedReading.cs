using System.Security.Cryptography;

namespace Twente.Igw.Tenancy;

/// <summary>Hashes a stream while it is read, and reads no further than it may be long.</summary>
internal sealed class HashedReading(Stream source, long longest) : Stream
{
    private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the rest, and says whether all of it was this long and had this hash.</summary>
    public bool Was(long bytes, string sha256)
    {
        CopyTo(Null);
        return _read == bytes && Convert.ToHexStringLower(_sha.GetHashAndReset()) == sha256;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        _sha.AppendData(buffer[..count]);
        return (_read += count) <= longest
            ? count
            : throw new InvalidDataException("A part of the backup is longer than it says.");
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
        {
            _sha.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
