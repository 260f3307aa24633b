using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>Where the platform's own files lie when they lie on disk, for tests that look there.</summary>
public static class PlatformFilesOnDisk
{
    extension(DataFolder data)
    {
        public string PlatformQuarantine => Made(data, "quarantine", "platform");

        public string DistrictDrop => Made(data, "drop", "district");

        public string DistrictIncoming => Made(data, "incoming", "district");
    }

    private static string Made(DataFolder data, string kind, string owner) =>
        Directory.CreateDirectory(Path.Combine(data.Root, kind, owner)).FullName;
}
