metadata description = '''
Two accounts, neither of which knows a key: drop, where suppliers deliver and the platform keeps originals until their
term is over; and backup, whose copies nobody can change or remove for a while, not even an operator.
'''

param location string
param tags object
param name string

@description('The processes that read and write the drop account.')
param workers string[]
param backups { immutableDays: int, keptDays: int }
param logs string
param subnet string
param zones { blob: string, queue: string }

resource drop 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: take('${name}drop', 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Suppliers upload with a grant of an hour for one stated file; everything else comes over the private endpoint.
    publicNetworkAccess: 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' }
    encryption: {
      requireInfrastructureEncryption: true
      keySource: 'Microsoft.Storage'
      services: { blob: { enabled: true }, queue: { enabled: true, keyType: 'Account' } }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // What is destroyed with proof is gone a week later from here too; nothing keeps older versions.
      deleteRetentionPolicy: { enabled: true, days: 7 }
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
      isVersioningEnabled: false
    }
  }

  resource queues 'queueServices' = {
    name: 'default'
    resource hints 'queues' = { name: 'hints' }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            // Terms are the platform’s own work, with proof; this only makes old originals cheaper.
            name: 'cool'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'] }
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 90 } } }
            }
          }
        ]
      }
    }
  }
}

resource backup 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: take('${name}back', 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_GZRS' }
  properties: {
    accessTier: 'Cool'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
    immutableStorageWithVersioning: {
      enabled: true
      immutabilityPolicy: {
        state: 'Unlocked'
        immutabilityPeriodSinceCreationInDays: backups.immutableDays
        allowProtectedAppendWrites: false
      }
    }
    encryption: {
      requireInfrastructureEncryption: true
      keySource: 'Microsoft.Storage'
      services: { blob: { enabled: true } }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: { isVersioningEnabled: true }

    resource copies 'containers' = { name: 'copies', properties: { publicAccess: 'None' } }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            // A gemeente that left, and a file that was destroyed, is gone from every copy by then.
            name: 'end'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'] }
              actions: {
                baseBlob: { delete: { daysAfterCreationGreaterThan: backups.keptDays } }
                version: { delete: { daysAfterCreationGreaterThan: backups.keptDays } }
              }
            }
          }
        ]
      }
    }
  }
}

// Looks at each new blob and labels it; the platform reads nothing without the label.
resource scanning 'Microsoft.Security/defenderForStorageSettings@2025-01-01' = {
  name: 'current'
  scope: drop
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: { onUpload: { isEnabled: true, capGBPerMonth: 500 } }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

var contributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
)
var delegator = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
)

// The label of a verdict may be read with this and with nothing less than owning the data.
resource verdictReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'igw-verdict')
  properties: {
    roleName: 'Twente IGW: read verdict (${name})'
    description: 'Reads the label that Defender for Storage gives to a blob.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read'] }]
  }
}

resource writing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (worker, at) in workers: {
    name: guid(drop.id, 'write', string(at))
    scope: drop
    properties: { roleDefinitionId: contributor, principalId: worker, principalType: 'ServicePrincipal' }
  }
]

resource granting 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (worker, at) in workers: {
    name: guid(drop.id, 'grant', string(at))
    scope: drop
    properties: { roleDefinitionId: delegator, principalId: worker, principalType: 'ServicePrincipal' }
  }
]

resource labels 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (worker, at) in workers: {
    name: guid(drop.id, 'labels', string(at))
    scope: drop
    properties: { roleDefinitionId: verdictReader.id, principalId: worker, principalType: 'ServicePrincipal' }
  }
]

resource dropLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: drop::blobs
  properties: { workspaceId: logs, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

resource backupLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: backup::blobs
  properties: { workspaceId: logs, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

var endpoints = [
  { name: drop.name, resource: drop.id, service: 'blob', zone: zones.blob }
  { name: drop.name, resource: drop.id, service: 'queue', zone: zones.queue }
  { name: backup.name, resource: backup.id, service: 'blob', zone: zones.blob }
]

module private 'endpoint.bicep' = [
  for endpoint in endpoints: {
    params: {
      location: location
      tags: tags
      name: endpoint.name
      resource: endpoint.resource
      service: endpoint.service
      subnet: subnet
      zone: endpoint.zone
    }
  }
]

output drop { name: string, endpoint: string } = { name: drop.name, endpoint: drop.properties.primaryEndpoints.blob }
output backup { name: string, endpoint: string } = {
  name: backup.name
  endpoint: backup.properties.primaryEndpoints.blob
}
