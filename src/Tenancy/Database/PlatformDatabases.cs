using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Twente.Igw.Tenancy;

/// <summary>How contexts of the platform's own models are opened: guarded, each as its own principal.</summary>
public sealed class PlatformDatabases(DatabaseEngine engine, IEnumerable<IInterceptor> interceptors)
{
    /// <summary>The options of a context, made once by whoever opens it.</summary>
    public DbContextOptions<TDb> Options<TDb>(PlatformModel model) where TDb : DbContext, IPlatformDb
    {
        var options = new DbContextOptionsBuilder<TDb>().AddInterceptors(interceptors);
        engine.UsePlatform(options, model);
        return options.Options;
    }
}

/// <summary>How a context of one of the platform's models is opened, for whoever looks after all of them.</summary>
public sealed record PlatformContext(PlatformModel Model, Func<DbContext> Open);
