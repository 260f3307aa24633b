using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>The categories of the current tenant as her database states them now; read anew each time.</summary>
public sealed class CategoryStore(TenantDb db, TimeProvider time)
{
    /// <summary>The tree in force today. A cube has its own, of the version it was made at.</summary>
    public async Task<CategoryTree> Current(CancellationToken cancel) =>
        (await Book(cancel)).TreeOn(time.DutchToday());

    /// <summary>Every change the tenant made.</summary>
    public Task<CategoryBook> Book(CancellationToken cancel) => CategoryBook.Read(db, cancel);
}
