metadata description = 'A private address in the network for one service of one resource.'

param location string
param tags object
param name string
param resource string
param service string
param subnet string
param zone string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${name}-${service}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnet }
    privateLinkServiceConnections: [
      { name: service, properties: { privateLinkServiceId: resource, groupIds: [service] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zone } }] }
  }
}
