using System.Data.Common;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>The categories of the current tenant as her database states them now; read anew each time.</summary>
public sealed class CategoryStore(TenantDb db, TimeProvider time)
{
    private CategoryBook? _assumed;

    /// <summary>The tree in force today. A cube has its own, of the version it was made at.</summary>
    public async Task<CategoryTree> Current(CancellationToken cancel) =>
        (await Book(cancel)).TreeOn(time.DutchToday());

    /// <summary>Every change the tenant made.</summary>
    public Task<CategoryBook> Book(CancellationToken cancel) =>
        _assumed is { } assumed ? Task.FromResult(assumed) : CategoryBook.Read(db, cancel);

    /// <summary>
    /// For who makes a database anew: one that is gone says nothing, and then the product's own list is taken.
    /// </summary>
    public async Task AssumeWhenGone(CancellationToken cancel)
    {
        try
        {
            _assumed = await CategoryBook.Read(db, cancel);
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException)
        {
            _assumed = CategoryBook.Empty;
        }
    }
}
