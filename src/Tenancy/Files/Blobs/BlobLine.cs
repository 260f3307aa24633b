using Azure;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Twente.Igw.Tenancy;

/// <summary>
/// The way to Azure Blob Storage: every call has a time-out, is tried again after a random pause that grows, and is not
/// tried at all for a while when most calls fail. What still fails then is a <see cref="StorageAwayException"/>.
/// </summary>
internal sealed class BlobLine
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ResiliencePipeline _pipeline;
    private readonly StorageState _state;

    public BlobLine(IOptions<StorageOptions> options, StorageState state)
    {
        var given = options.Value;
        var passing = new PredicateBuilder().Handle<Exception>(MayPass);
        // From the outside in: pauses lie outside the breaker, so that a broken line fails at once.
        _pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(
                    failure => MayPass(failure) && failure is not BrokenCircuitException),
                MaxRetryAttempts = given.Retries, BackoffType = DelayBackoffType.Exponential, UseJitter = true,
                Delay = FirstPause, MaxDelay = LongestPause,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = passing, FailureRatio = 0.5, MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = given.Break,
            })
            .AddTimeout(given.CallTimeout)
            .Build();
        _state = state;
    }

    /// <exception cref="StorageAwayException">The storage cannot be reached, or refuses the platform.</exception>
    public async Task<T> Execute<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancel)
    {
        try
        {
            var answer = await _pipeline.ExecuteAsync(async stop => await call(stop), cancel);
            _state.Reached();
            return answer;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && IsOfTheLine(failure))
        {
            _state.NotReached();
            throw StorageAwayException.Of(failure);
        }
    }

    public Task Execute(Func<CancellationToken, Task> call, CancellationToken cancel) => Execute(
        async stop =>
        {
            await call(stop);
            return true;
        },
        cancel);

    private static bool MayPass(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500
            || refused.ErrorCode == "ContainerBeingDeleted",
        BrokenCircuitException or TimeoutRejectedException or HttpRequestException or CutShortException => true,
        // The client's own time-out; ours is asked for first by the pipeline.
        AggregateException or TaskCanceledException => true,
        IOException => failure.HResult != DiskFull,
        _ => false,
    };

    /// <summary>A refusal of the platform's own identity is a matter of the line too: nothing can be read.</summary>
    private static bool IsOfTheLine(Exception failure) =>
        MayPass(failure)
        || failure is RequestFailedException { Status: 401 or 403 } or Azure.Identity.AuthenticationFailedException;

    /// <summary>ENOSPC: this machine's disk, where copies are read from.</summary>
    private const int DiskFull = 28;
}

/// <summary>Fewer bytes came than the file has.</summary>
internal sealed class CutShortException(long expected, long came)
    : IOException($"{came} of {expected} bytes came");
