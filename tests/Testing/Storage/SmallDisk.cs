using System.Diagnostics;
using Xunit;

namespace Twente.Igw.Testing;

/// <summary>A file system of a megabyte, in memory; for what happens when a disk is full.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Skips the test, by name, where file systems may not be mounted.</summary>
    public static SmallDisk At(string folder)
    {
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=1m", "igw", folder),
            "A small file system cannot be mounted here.");
        return new SmallDisk(folder);
    }

    public void Fill()
    {
        try
        {
            File.WriteAllBytes(Path.Combine(_folder, "vol"), new byte[0x200000]);
        }
        catch (IOException)
        {
            // That it does not fit is the point.
        }
    }

    public void Clear() => File.Delete(Path.Combine(_folder, "vol"));

    public void Dispose() => Run("umount", _folder);

    private static bool Run(string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardError = true,
        });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
