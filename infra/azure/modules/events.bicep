metadata description = 'Tells of new files: a hint in a queue, within a second; without it they are found within a minute.'

param location string
param tags object
param name string

@description('The drop account.')
param account string

resource drop 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: account }

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${name}-drop'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { source: drop.id, topicType: 'Microsoft.Storage.StorageAccounts' }
}

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(drop.id, 'hints')
  scope: drop
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
    )
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource created 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'hints'
  dependsOn: [sender]
  properties: {
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        // A hint that nobody took within an hour is of no use any more.
        properties: { resourceId: drop.id, queueName: 'hints', queueMessageTimeToLiveInSeconds: 3600 }
      }
    }
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: { includedEventTypes: ['Microsoft.Storage.BlobCreated'] }
    retryPolicy: { maxDeliveryAttempts: 5, eventTimeToLiveInMinutes: 60 }
  }
}
