using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Deliveries;

/// <summary>Takes a district file out of the drop folder, judges it as a whole and writes what follows.</summary>
internal sealed class DecideDistrictFile(ClaimDistrictFile claim, JudgeDistrictFile judge, RecordDistrictFile record)
{
    public async Task Execute(DistrictFile file, CancellationToken cancel)
    {
        if (!claim.Take(file))
        {
            await record.Lost(file.Number, cancel);
            return;
        }

        try
        {
            await record.Execute(file.Number, await judge.Execute(file, cancel), cancel);
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
