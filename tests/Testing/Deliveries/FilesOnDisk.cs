using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>Where files lie when they lie on disk, for tests that look there.</summary>
public static class FilesOnDisk
{
    extension(TenantFiles files)
    {
        /// <summary>The folder of this kind of the current tenant; made when it does not exist.</summary>
        public string Folder(TenantPlace place) =>
            Directory.CreateDirectory(((FolderStore)files.Store).FolderOf(files.In(place))).FullName;

        /// <summary>Path of a file, at most one folder deep.</summary>
        public string PathOf(TenantPlace place, string name)
        {
            files.Folder(place);
            return ((FolderStore)files.Store).PathOf(files.At(place, name));
        }
    }
}
