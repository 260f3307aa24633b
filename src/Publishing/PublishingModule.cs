using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Figures;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>Registers what a gemeente does with the region: accept, propose, approve, publish, withdraw.</summary>
public static class PublishingModule
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddTenantTables("Publishing", PublishingTables.Map);
        services.AddScoped(s => new AcceptModel(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<ICurrentTenant>(),
            s.GetRequiredService<ReadRegion>()));
        services.AddScoped(s => new EndAcceptance(s.GetRequiredService<TenantChanges>()));
        services.AddScoped(s => new ProposeMonth(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<CubeStore>(),
            s.GetRequiredService<ReadRegion>(), s.GetRequiredService<ICurrentTenant>()));
        services.AddScoped(s => new ApproveProposal(s.GetRequiredService<TenantChanges>()));
        services.AddScoped(s => new PublishApproved(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<TenantDb>(),
            s.GetRequiredService<ReadRegion>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new SendOutbox(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<ApplyMessage>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new ShowPublishing(s.GetRequiredService<TenantDb>()));
        services.AddScoped(s => new FollowCycle(
            s.GetRequiredService<ProposeMonth>(), s.GetRequiredService<PublishApproved>(),
            s.GetRequiredService<SendOutbox>()));
        return services;
    }
}
