using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Deliveries;

/// <summary>Takes a district file out of the drop folder, judges it as a whole and writes what follows.</summary>
internal sealed class DecideDistrictFile(
    ClaimDistrictFile claim, ReadDistrictFile read, JudgeDistrictFile judge, RecordDistrictFile record)
{
    public async Task Execute(DistrictFile file, CancellationToken cancel)
    {
        if (!await claim.Take(file, cancel))
        {
            await record.Lost(file.Number, cancel);
            return;
        }

        try
        {
            using var fetched = await read.Execute(file, cancel);
            // Gone: another process dealt with it. Not scanned: it waits for the next look.
            if (fetched is { File: { } content, Unscanned: null })
                await record.Execute(file.Number, await judge.Execute(content, cancel), cancel);
        }
        catch (Exception failure) when (
            failure is not (OperationCanceledException or IOException or DbException or DbUpdateException))
        {
            // Not the disk and not the database: trying for ever would keep every later file waiting.
            await record.Failed(file.Number, cancel);
            throw;
        }
    }
}
